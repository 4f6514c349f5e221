package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Workload} keeps. */
@Timeout(300)
public abstract class WorkloadContract {
    /** For artifacts and checkpoints on their way. */
    @TempDir
    protected Path folder = Path.of("");

    /** The workload under test; small, because it is run several times. */
    protected abstract Workload workload();

    /** Runs to the end, but is put aside once at each whole unit of fidelity. */
    private record InPieces() implements Scheduler {
        @Override
        public String name() {
            return "in-pieces";
        }

        @Override
        public String help() {
            return "Puts a trial aside after each unit.";
        }

        @Override
        public Next next(Situation situation) {
            var paused = situation.history().paused().findFirst();
            return paused.isPresent()
                    ? new Next.Resume(
                            paused.get().number(), situation.fidelity().most())
                    : new Next.StartNew(situation.fidelity().most());
        }

        @Override
        public Verdict judge(Situation situation, int trial) {
            return new Verdict.Pause("to see whether it can go on");
        }
    }

    private Trial run(Workload workload, Scheduler scheduler, String name) throws InterruptedException {
        var first = Encoding.of(workload.space()).defaults().orElseThrow();
        var spec = new StudySpec(
                name,
                7,
                workload.space(),
                workload.objectives(),
                workload.fidelity(),
                new Budget.Trials(1),
                new StudySpec.Search(new RandomSearch(), scheduler),
                List.of(first),
                Form.of(Map.of()));
        var study =
                Study.create(new InMemoryStore(), spec, InstantSource.fixed(SampleEvents.NOON), Duration.ofMinutes(1));
        new StudyRunner(study, new FolderArtifacts(folder.resolve(name)), workload, folder.resolve("scratch"))
                .run(new ThreadExecutor(), new RunPlan("w", 1, 1, Long.MAX_VALUE, Duration.ZERO));
        return study.history().trial(0);
    }

    /** It has a name, a space that has configurations, an objective, and settings that are a form. */
    @Test
    public void itSaysWhatItIs() {
        var workload = workload();

        assertThat(workload.name()).isNotBlank();
        assertThat(workload.objectives()).isNotEmpty();
        workload.space().requireFeasible();
        assertThat(Json.parseMap(Json.write(workload.settings()), "settings")).isEqualTo(workload.settings());
    }

    /** A trial gives a value for each objective, and its reports go forward. */
    @Test
    public void aTrialGivesAValueForEachObjective() throws InterruptedException {
        var workload = workload();
        var trial = run(workload, new RunToTheEnd(), "whole");

        assertThat(trial.completed()).as("%s", trial.outcome()).isTrue();
        assertThat(workload.objectives()).allSatisfy(objective -> assertThat(trial.value(objective.name()))
                .isPresent());
        for (int i = 1; i < trial.curve().size(); i++) {
            assertThat(trial.curve().fidelity(i)).isGreaterThan(trial.curve().fidelity(i - 1));
        }
    }

    /** A trial that was put aside again and again ends as if it never had been. */
    @Test
    public void aTrialThatIsPutAsideEndsAsIfItHadNotBeen() throws InterruptedException {
        var workload = workload();
        var whole = run(workload, new RunToTheEnd(), "whole");
        var pieces = run(workload, new InPieces(), "pieces");

        assertThat(values(pieces.curve())).isEqualTo(values(whole.curve()));
        assertThat(pieces.outcome()).isEqualTo(whole.outcome());
    }

    private static List<String> values(Curve curve) {
        return IntStream.range(0, curve.size())
                .mapToObj(i -> curve.fidelity(i) + " " + curve.at(i))
                .toList();
    }
}
