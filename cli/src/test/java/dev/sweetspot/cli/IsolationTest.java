package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.testkit.SharedStudy;
import dev.sweetspot.testkit.SlowTrials;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trials in processes of their own: what befalls one of them ends that one alone, and the reason is in it. */
@Timeout(400)
class IsolationTest {
    @TempDir
    Path home;

    private SharedStudy study(SlowTrials trials, int count) {
        var study = SharedStudy.in(home, "shared", InstantSource.system());
        study.begin(trials, count, Kept.errand(trials));
        return study;
    }

    private Spawned worker(SharedStudy study, String log, Object... more) throws IOException {
        return Spawned.worker(study, home.resolve(log), more);
    }

    private static Outcome.Failed failed(Trial trial) {
        assertThat(trial.outcome()).as("trial %d", trial.number()).isPresent();
        return (Outcome.Failed) trial.outcome().orElseThrow();
    }

    @Test
    void aHangACrashAndALackOfMemoryEndOneTrialEachAndTheOthersGoOn() throws Exception {
        var study = study(new SlowTrials(3, 20, Map.of(1, "hang", 3, "crash", 5, "heap", 7, "memory")), 12);
        try (var worker =
                worker(study, "1.log", "--workers", 2, "--isolate", "--trial-seconds", 5, "--trial-memory", "300MB")) {
            assertThat(worker.exitCode(300)).as(worker.said()).isZero();
        }
        var history = study.history();
        assertThat(history.size()).isEqualTo(12);
        assertThat(history.completed().count()).isEqualTo(8);

        var hang = history.trial(1);
        assertThat(failed(hang).cause()).isEqualTo(Outcome.Cause.TIME_LIMIT);
        assertThat(failed(hang).message()).contains("did not answer", "its process was ended");
        // 5.3 on a machine that has nothing else to do.
        assertThat(hang.seconds()).isBetween(5.0, 7.0);
        assertThat(failed(history.trial(3)).cause()).isEqualTo(Outcome.Cause.ERROR);
        assertThat(failed(history.trial(3)).message()).contains("crashed in native code (SIGSEGV");
        assertThat(List.of(failed(history.trial(5)), failed(history.trial(7))))
                .extracting(Outcome.Failed::cause)
                .containsOnly(Outcome.Cause.OUT_OF_MEMORY);
        assertThat(failed(history.trial(7)).message()).contains("286 MiB is what it may have");

        var processes = history.completed()
                .map(trial -> trial.value("process").getAsDouble())
                .distinct()
                .toList();
        assertThat(processes).as("serve one trial after the other").hasSizeBetween(1, 6);
        assertThat(processes).allSatisfy(process -> assertThat(ProcessHandle.of(process.longValue()))
                .as("ends with its worker")
                .isEmpty());
    }

    @Test
    void isolatedTrialsArePutAsideWithCheckpointsLikeOthersAndTheirProcessesEndWithTheWorker() throws Exception {
        var study = study(new SlowTrials(5000, 20), 2);
        try (var worker = worker(study, "1.log", "--workers", 2, "--isolate")) {
            study.await(now ->
                    now.running().filter(trial -> trial.curve().size() > 3).count() == 2);
            study.order(Standing.PAUSED);
            assertThat(worker.exitCode(30)).as(worker.said()).isZero();
        }
        assertThat(study.history().paused().toList()).hasSize(2).allSatisfy(trial -> assertThat(
                        trial.checkpoint().orElseThrow().fidelity())
                .isEqualTo(trial.curve().reached()));
        study.order(Standing.OPEN);
        try (var worker = worker(study, "2.log", "--workers", 2, "--isolate")) {
            study.await(now -> now.running().count() == 2);
            worker.signal("TERM");
            assertThat(worker.exitCode(30)).as(worker.said()).isEqualTo(130);
        }
        assertThat(study.history().paused().count()).isEqualTo(2);
        try (var worker = worker(study, "3.log", "--workers", 2, "--isolate")) {
            study.await(now -> now.running().count() == 2);
            while (worker.process().descendants().count() < 2) {
                Thread.sleep(20);
            }
            var children = worker.process().descendants().toList();
            worker.process().destroyForcibly().waitFor();
            for (var child : children) {
                child.onExit().get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aJobOfNetworksGivesTheSameResultsInProcessesOfTheirOwn() throws Exception {
        var data = SampleImages.write(home.resolve("data"), 20, 1);
        for (var name : List.of("threads", "isolated")) {
            var words = new Object[] {
                "tune",
                data,
                "--trials",
                3,
                "--set",
                "epochs=2",
                "--threads",
                1,
                "--workers",
                1,
                "--name",
                name,
                "--store",
                home.resolve("store.db"),
                "--out",
                home.resolve(name),
                "--trial-seconds",
                100,
                name.equals("isolated") ? "--isolate" : "--quiet"
            };
            var ran = Ran.of(words);
            assertThat(ran.exitCode()).as(ran.err()).isZero();
        }
        var threads = Kept.history(home.resolve("store.db"), "threads");
        var isolated = Kept.history(home.resolve("store.db"), "isolated");
        assertThat(isolated.completed().count()).isPositive();
        for (int i = 0; i < threads.size(); i++) {
            assertThat(Kept.reports(isolated.trial(i).curve()))
                    .isEqualTo(Kept.reports(threads.trial(i).curve()));
        }
        assertThat(home.resolve("isolated/model.sweetspot"))
                .hasSameBinaryContentAs(home.resolve("threads/model.sweetspot"));
    }
}
