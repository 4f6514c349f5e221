package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.Stores;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.testkit.SharedStudy;
import dev.sweetspot.testkit.SlowTrials;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers in processes of their own: they share a study, die, are cut off, are paused and are asked to leave. */
@Tag("once")
@Timeout(300)
class WorkerCommandTest {
    private static final String STUDY = "shared";

    @TempDir
    Path home;

    private SharedStudy shared() {
        return SharedStudy.in(home, STUDY, InstantSource.system());
    }

    private String store() {
        return shared().store();
    }

    private void begin(SlowTrials trials, int count) {
        shared().begin(trials, count, Kept.errand(trials));
    }

    private Spawned worker(String log, Object... more) throws IOException {
        return Spawned.worker(shared(), home.resolve(log), more);
    }

    private History history() {
        return shared().history();
    }

    private History await(Predicate<History> wanted) throws InterruptedException {
        return shared().await(wanted);
    }

    private long resumed() {
        return shared().events().stream()
                .filter(Event.Resumed.class::isInstance)
                .count();
    }

    private static boolean checkpointed(Trial trial) {
        return trial.state() instanceof TrialState.Running && trial.checkpoint().isPresent();
    }

    @Test
    void workersInThreeProcessesShareAStudyAndEndWhenItEnds() throws Exception {
        begin(new SlowTrials(4, 25), 40);
        try (var one = worker("1.log", "--workers", 2);
                var two = worker("2.log", "--workers", 2);
                var three = worker("3.log", "--workers", 2, "--json")) {
            for (var each : List.of(one, two, three)) {
                assertThat(each.exitCode(150)).as(each.said()).isZero();
            }
            assertThat(one.said()).contains("has ended: the budget of 40 trials is used up. It worked on ");
            assertThat(three.said()).contains("{\"study\":\"shared\",\"worker\":\"");
        }
        var history = history();
        assertThat(history.completed().count()).isEqualTo(40);
        assertThat(history.trials().stream()
                        .map(trial -> trial.value("process").getAsDouble())
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void aTrialOfAKilledWorkerAndOneOfAFrozenOneGoOnFromTheirCheckpointsWithAnother() throws Exception {
        begin(new SlowTrials(160, 50), 2);
        try (var killed = worker("killed.log", "--workers", 1);
                var frozen = worker("frozen.log", "--workers", 1)) {
            await(now -> now.size() == 2 && now.trials().stream().allMatch(WorkerCommandTest::checkpointed));
            frozen.signal("STOP");
            killed.process().destroyForcibly();
            try (var other = worker("other.log", "--workers", 2)) {
                // Both are in other hands, and have reported something new there.
                await(now -> resumed() == 2 && now.trials().stream().allMatch(trial -> trial.losses() == 0));
                frozen.signal("CONT");
                assertThat(frozen.exitCode(150)).as(frozen.said()).isZero();
                assertThat(other.exitCode(150)).as(other.said()).isZero();
                assertThat(other.said()).contains("goes on from", "the lease of");
            }
            assertThat(frozen.said()).contains("belongs to another worker now");
            var history = history();
            assertThat(history.completed().count()).isEqualTo(2);
            assertThat(shared().events().stream()
                            .filter(Event.Resumed.class::isInstance)
                            .map(Event.Resumed.class::cast))
                    .hasSize(2)
                    .allSatisfy(resumed -> assertThat(resumed.from()).isPositive());
            assertThat(Ran.of("trials", STUDY, "--store", store()).out().lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("went on from ", ": the lease of "));
            assertThat(Ran.of("trials", STUDY, "--store", store(), "--json").out())
                    .contains("\"attempts\":[{\"worker\":");
            history.trials().forEach(trial -> assertThat(trial.curve().size()).isEqualTo(160));
        }
    }

    @Test
    void aPauseFromAnotherTerminalEndsEveryWorkerWithinTwoSecondsOrSo() throws Exception {
        begin(new SlowTrials(5000, 20), 4);
        try (var one = worker("1.log", "--workers", 1);
                var two = worker("2.log", "--workers", 2)) {
            await(now -> now.running().filter(trial -> trial.curve().size() > 3).count() == 3);
            long begin = System.nanoTime();
            var paused = Ran.of("pause", STUDY, "--store", store(), "--reason", "the machine is needed", "--json");
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(paused.exitCode()).as(paused.err()).isZero();
            assertThat(paused.out())
                    .contains("\"standing\":\"paused\"", "\"new\":true", "\"put_aside\":3", "\"running\":0");
            // Two seconds, and what a machine needs that has other work as well.
            assertThat(seconds).isLessThan(15);
            assertThat(one.exitCode(30)).as(one.said()).isZero();
            assertThat(two.exitCode(30)).as(two.said()).isZero();
            assertThat(two.said())
                    .contains("has ended: the study was paused: the machine is needed. It worked on 2 trials.");
        }
        assertThat(history().paused().toList()).hasSize(3).allSatisfy(trial -> assertThat(
                        trial.checkpoint().orElseThrow().fidelity())
                .isEqualTo(trial.curve().reached()));
        assertThat(Ran.of("show", STUDY, "--store", store()).out())
                .contains("It is paused since", "the machine is needed. To go on: sweetspot resume shared");
        assertThat(Ran.of("show", STUDY, "--store", store(), "--json").out()).contains("\"standing\":\"paused\"");
        assertThat(Ran.of("studies", "--store", store()).out()).contains("  paused");
        var late = Ran.of("worker", STUDY, "--store", store());
        assertThat(late.exitCode()).isZero();
        assertThat(late.out()).contains("the study was paused");
        var open = Ran.of("resume", STUDY, "--store", store());
        assertThat(open.exitCode()).as(open.err()).isZero();
        assertThat(open.out()).contains("Study shared is open again. The program that made it goes on with it.");
        assertThat(history().standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void aWorkerLeavesWhenTheTimeOfTheStudyIsOverWhoeverGaveIt() {
        var trials = new SlowTrials(5000, 20);
        var errand = new LinkedHashMap<>(Kept.errand(trials).entries());
        errand.put("minutes", Form.of(0.01));
        shared().begin(trials, 4, Form.of(errand));
        var late = Ran.of("worker", STUDY, "--store", store(), "--workers", 1);
        assertThat(late.exitCode()).as(late.err()).isZero();
        assertThat(late.out()).contains("its time is over");

        shared().reopen(Duration.ofSeconds(10));
        long begin = System.nanoTime();
        var resumed = Ran.of("worker", STUDY, "--store", store(), "--workers", 1);
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("its time is over", "It worked on 1 trial.");
        assertThat((System.nanoTime() - begin) / 1e9).isLessThan(60);
    }

    @Test
    void aWorkerThatIsAskedToLeavePutsItsTrialsAsideAndEndsWith130() throws Exception {
        begin(new SlowTrials(5000, 20), 4);
        try (var polite = worker("polite.log", "--workers", 2)) {
            await(now -> now.running().filter(trial -> trial.curve().size() > 3).count() == 2);
            polite.signal("TERM");
            assertThat(polite.exitCode(30)).as(polite.said()).isEqualTo(130);
            assertThat(polite.said()).contains("running trials were put aside");
        }
        assertThat(history().paused().toList()).hasSize(2).allSatisfy(trial -> assertThat(
                        trial.checkpoint().orElseThrow().fidelity())
                .isEqualTo(trial.curve().reached()));
        assertThat(history().standing()).isEqualTo(Standing.OPEN);
        try (var store = Stores.open(store())) {
            assertThat(store.leases(STUDY)).isEmpty();
        }
    }

    @Test
    void aSecondSignalEndsAtOnce() throws Exception {
        begin(new SlowTrials(1, 1, Map.of(0, "hang")), 1);
        try (var hanging = worker("hanging.log", "--workers", 1)) {
            await(now -> now.running().count() == 1);
            hanging.signal("TERM");
            Thread.sleep(500);
            long begin = System.nanoTime();
            hanging.signal("TERM");
            assertThat(hanging.exitCode(30)).as(hanging.said()).isEqualTo(130);
            assertThat((System.nanoTime() - begin) / 1e9).isLessThan(5);
            assertThat(hanging.said()).contains("Ended at once");
        }
    }

    @Test
    void aWorkerJoinsAJobOfNetworksWithTheSameDataAndRefusesOther() throws Exception {
        var data = SampleImages.write(home.resolve("data"), 20, 1);
        var other = SampleImages.write(home.resolve("other"), 21, 1);
        var ran = Ran.of(
                "tune",
                data,
                "--trials",
                2,
                "--set",
                "epochs=2",
                "--threads",
                1,
                "--workers",
                1,
                "--name",
                "networks",
                "--store",
                store(),
                "--out",
                home.resolve("out"));
        assertThat(ran.exitCode()).as(ran.err()).isZero();

        var wrong = Ran.of("worker", "networks", "--store", store(), "--data", other);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("has other content than it had");
        var moved = home.resolve("moved");
        Files.move(data, moved);
        assertThat(Ran.of("worker", "networks", "--store", store()).err())
                .contains("sweetspot worker networks --store " + store() + " --data PLACE");
        var joined = Ran.of("worker", "networks", "--store", store(), "--data", moved, "--workers", 1);
        assertThat(joined.exitCode()).as(joined.err()).isZero();
        assertThat(joined.out()).contains("has ended: the budget of 2 trials is used up. It worked on 0 trials.");
    }
}
