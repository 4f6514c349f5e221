package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial goes on bit for bit, also where the automatic choice of threads and precision would be another. */
class KeptArithmeticTest {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int EPOCHS = 6;

    @TempDir
    Path home;

    private Path data;

    @BeforeEach
    void write() throws IOException {
        data = SampleImages.write(home.resolve("data"), 40, 1);
    }

    private Study study(InMemoryStore store, NetworkLearning workload) {
        return Study.create(
                store,
                new StudySpec(
                        "s",
                        11,
                        workload.space(),
                        workload.objectives(),
                        workload.fidelity(),
                        new Budget.Trials(1),
                        new StudySpec.Search(Samplers.named("random"), Schedulers.named("none")),
                        List.of(Classifications.standard(workload)),
                        Form.of(Map.of())),
                InstantSource.system(),
                LEASE);
    }

    private StudyRunner runner(Study study, NetworkLearning workload, String artifacts) {
        return new StudyRunner(study, new FolderArtifacts(home.resolve(artifacts)), workload, home.resolve("scratch"));
    }

    private static void run(StudyRunner runner, int threads) throws InterruptedException {
        runner.run(new ThreadExecutor(), new RunPlan("w" + threads, 1, threads, Long.MAX_VALUE, Duration.ZERO));
    }

    private Trial whole(Precision precision) throws InterruptedException {
        var workload = Classifications.of(data, EPOCHS, precision);
        var study = study(new InMemoryStore(), workload);
        run(runner(study, workload, "whole"), 1);
        return study.history().trial(0);
    }

    private static List<Map<String, Double>> rows(Curve curve) {
        var rows = new ArrayList<Map<String, Double>>();
        for (int i = 0; i < curve.size(); i++) {
            rows.add(Map.copyOf(curve.at(i).values()));
        }
        return rows;
    }

    @Test
    void aTrialThatIsPutAsideGoesOnAsItBegan() throws Exception {
        var store = new InMemoryStore();
        var here = Classifications.of(data, EPOCHS, Precision.FLOAT32);
        var study = study(store, here);
        var first = runner(study, here, "parts");
        study.onEvent(event -> {
            if (event instanceof Event.Reported reported && reported.fidelity() == 3) {
                first.stop();
            }
        });
        run(first, 1);
        assertThat(study.history().trial(0).curve().reached()).isBetween(3.0, 5.0);

        var there = Classifications.of(data, EPOCHS, Precision.BFLOAT16);
        var opened = Study.open(store, "s", InstantSource.system(), LEASE);
        run(runner(opened, there, "parts"), 4);

        var trial = opened.history().trial(0);
        assertThat(trial.completed()).isTrue();
        assertThat(trial.numericMode()).isEqualTo("float32");
        assertThat(trial.threads()).isEqualTo(1);
        assertThat(rows(trial.curve())).isEqualTo(rows(whole(Precision.FLOAT32).curve()));
    }

    @Test
    void thePrecisionShowsInTheBitsSoItHasToBeKept() throws Exception {
        assertThat(rows(whole(Precision.FLOAT32).curve()))
                .isNotEqualTo(rows(whole(Precision.BFLOAT16).curve()));
    }
}
