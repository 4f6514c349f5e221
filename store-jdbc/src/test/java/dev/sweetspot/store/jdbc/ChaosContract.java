package dev.sweetspot.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Replay;
import dev.sweetspot.testkit.Chaos;
import dev.sweetspot.testkit.ChaosWorker;
import dev.sweetspot.trial.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight processes work at one study and are killed at random instants: as often as the property {@code chaos.kills} says,
 * 50 times where it says nothing. See docs/benchmarks.md.
 */
abstract class ChaosContract {
    private static final int WORKERS = 8;
    private static final int KILLS = Integer.getInteger("chaos.kills", 50);
    private static final Duration EVERY = Duration.ofMillis(Integer.getInteger("chaos.every", 200));

    @TempDir
    Path folder;

    /** The address of a store that is not made yet. */
    abstract String address();

    @Test
    void nothingThatWasAcknowledgedIsLostHoweverOftenWorkersAreKilled() throws Exception {
        var address = address();
        var command = new ArrayList<>(Chaos.java(ChaosProcess.class));
        command.addAll(List.of(address, folder.toString()));
        try (var chaos = new Chaos(folder, command, System.nanoTime())) {
            chaos.run(WORKERS, KILLS, EVERY);
            try (var store = Stores.open(address)) {
                var audit = chaos.audit(store, Stores.artifacts(address, folder.resolve("artifacts")));
                var log = store.read(ChaosWorker.STUDY, 0).stream()
                        .map(Store.Logged::event)
                        .toList();
                System.out.printf(
                        "%s, %d kills: %d events of %d trials, %d known to be acknowledged, %d ended, %d taken over, "
                                + "%d wrong%n",
                        getClass().getSimpleName(),
                        chaos.killed(),
                        audit.events(),
                        audit.trials(),
                        audit.acknowledged(),
                        log.stream().filter(Event.Finished.class::isInstance).count(),
                        takenOver(log),
                        audit.findings().size());
                assertThat(audit.findings()).isEmpty();
                assertThat(Replay.of(store, ChaosWorker.STUDY, trials -> {}).differences())
                        .as("every proposal comes out again")
                        .isEmpty();
                assertThat(chaos.killed()).isEqualTo(KILLS);
                // Who is killed in the middle of a trial leaves it to others: without any, nothing was tested.
                assertThat(takenOver(log)).isPositive();
                assertThat(audit.acknowledged()).isGreaterThan(audit.events() - 2 * KILLS);
            }
        }
    }

    private static long takenOver(List<Event> log) {
        return log.stream()
                .filter(event -> event instanceof Event.Resumed resumed
                        && resumed.reason().startsWith("the lease of"))
                .count();
    }
}
