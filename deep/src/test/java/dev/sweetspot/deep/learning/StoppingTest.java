package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.deep.training.EarlyStopping;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where real trials end, against a count over the curve of one that nothing stops. */
class StoppingTest {
    private static final int EPOCHS = 14;

    @TempDir
    Path home;

    private Path data;
    private int runs;

    @BeforeEach
    void write() throws IOException {
        data = SampleImages.write(home.resolve("data"), 20, 1);
    }

    private Trial trial(Map<String, String> settings) throws InterruptedException {
        var plain = Classifications.of(data, EPOCHS, Precision.FLOAT32);
        var space = plain.space();
        for (var setting : settings.entrySet()) {
            space = Restriction.fix(space, space, setting.getKey(), setting.getValue());
        }
        var store = new InMemoryStore();
        var study = Study.create(
                store,
                new StudySpec(
                        "s",
                        11,
                        plain.space(),
                        plain.objectives(),
                        plain.fidelity(),
                        new Budget.Trials(1),
                        new StudySpec.Search(Samplers.named("random"), Schedulers.named("none")),
                        List.of(Encoding.of(space).defaults().orElseThrow()),
                        Form.of(Map.of())),
                InstantSource.system(),
                Duration.ofSeconds(30));
        int run = runs++;
        new StudyRunner(study, new FolderArtifacts(home.resolve("a" + run)), plain, home.resolve("s" + run))
                .run(new ThreadExecutor(), new RunPlan("w", 1, 1, Long.MAX_VALUE, Duration.ZERO));
        return study.history().trial(0);
    }

    /** After which epoch it should end, and which one counts. */
    private static int end(Trial whole, String metric, boolean small, EarlyStopping stopping) {
        Optional<EarlyStopping.Mark> mark = Optional.empty();
        for (int i = 0; i < whole.curve().size(); i++) {
            double value = whole.curve().at(i).find(metric).orElseThrow();
            mark = stopping.after(mark, i + 1, small ? value : -value);
            if (stopping.ends(mark, i + 1)) {
                return i + 1;
            }
        }
        return EPOCHS;
    }

    private static double outcome(Trial trial, String metric) {
        var values = ((Outcome.Completed) trial.outcome().orElseThrow()).values();
        return values.find(metric).orElseThrow();
    }

    @Test
    void aTrialEndsWhereTheCurveOfOneThatNothingStopsSaysItShould() throws InterruptedException {
        var whole = trial(Map.of("early_stopping", "false", "learning_rate", "0.01"));
        assertThat(whole.curve().size()).isEqualTo(EPOCHS);

        var impatient = trial(Map.of("early_stopping.patience", "1", "learning_rate", "0.01"));
        int expected = end(whole, "accuracy", false, new EarlyStopping(Optional.empty(), 1, 0, true, 0));
        assertThat(impatient.curve().size()).isEqualTo(expected).isLessThan(EPOCHS);

        var loss = trial(Map.of(
                "early_stopping.patience", "1",
                "early_stopping.monitor", "log_loss",
                "early_stopping.min_delta", "0.01",
                "learning_rate", "0.01"));
        int lossEnd = end(whole, "log_loss", true, new EarlyStopping(Optional.empty(), 1, 0.01, true, 0));
        assertThat(loss.curve().size()).isEqualTo(lossEnd);

        var late = trial(
                Map.of("early_stopping.patience", "1", "early_stopping.start_epoch", "9", "learning_rate", "0.01"));
        int lateEnd = end(whole, "accuracy", false, new EarlyStopping(Optional.empty(), 1, 0, true, 9));
        assertThat(late.curve().size()).isEqualTo(lateEnd).isGreaterThan(9);
    }

    @Test
    void aTrialIsJudgedByItsLastEpochWhereTheBestIsNotRestored() throws InterruptedException {
        var best = trial(Map.of("learning_rate", "0.03"));
        var last = trial(Map.of("early_stopping.restore_best", "false", "learning_rate", "0.03"));
        var curve = best.curve();
        double most = 0;
        for (int i = 0; i < curve.size(); i++) {
            most = Math.max(most, curve.at(i).find("accuracy").orElseThrow());
        }
        assertThat(outcome(best, "accuracy")).isEqualTo(most);
        assertThat(outcome(last, "log_loss"))
                .isEqualTo(last.curve()
                        .at(last.curve().size() - 1)
                        .find("log_loss")
                        .orElseThrow());
        assertThat(outcome(last, "log_loss")).isNotEqualTo(outcome(best, "log_loss"));
    }

    @Test
    void aTrialEndsWithTheEpochInWhichItsTimeIsOver() throws InterruptedException {
        var whole = trial(Map.of("early_stopping.patience", "50"));
        var brief = trial(Map.of("early_stopping.patience", "50", "early_stopping.max_minutes", "0.000001"));
        var ample = trial(Map.of("early_stopping.patience", "50", "early_stopping.max_minutes", "600"));

        assertThat(whole.curve().size()).isEqualTo(EPOCHS);
        assertThat(brief.curve().size()).isEqualTo(1);
        assertThat(brief.completed()).isTrue();
        assertThat(ample.curve().size()).isEqualTo(EPOCHS);
    }
}
