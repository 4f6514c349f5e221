package dev.sweetspot.store.jdbc;

import static dev.sweetspot.testkit.SampleEvents.reported;
import static dev.sweetspot.testkit.SampleEvents.seeing;
import static dev.sweetspot.testkit.SampleEvents.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.Store.Appended;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.testkit.EmbeddedDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PostgresConflictTest {
    /** Of each wait for the disk, as a slow disk would have them. */
    private static final double SECONDS = 0.1;

    private static final int REFUSED = 30;
    private static final int TAKEN = 5;

    /** The disk of the server becomes slow, for all connections that are made from now on. */
    private static void slow(String address) {
        var database = PostgresDatabase.open(PostgresAddress.of(address));
        database.write(session -> {
            session.execute("alter role postgres set commit_delay = " + (int) (SECONDS * 1e6));
            session.execute("alter role postgres set commit_siblings = 0");
            return true;
        });
        database.close();
    }

    private interface Round {
        Appended append(int number);
    }

    private static double secondsOf(int rounds, Class<? extends Appended> wanted, Round round) {
        long begin = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            assertThat(round.append(i)).isInstanceOf(wanted);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    @Test
    void whoIsRefusedDoesNotHoldTheTallyUntilTheDiskHasAnswered() {
        try (var server = EmbeddedDatabase.start(true)) {
            var address = server.address();
            slow(address);
            try (var store = Stores.open(address)) {
                store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
                store.append("s", List.of(seeing(0, started(0))));

                double taken = secondsOf(
                        TAKEN,
                        Appended.Done.class,
                        number -> store.append("s", List.of(seeing(1 + number, reported(0, 1 + number, "a", 1)))));
                double refused = secondsOf(
                        REFUSED,
                        Appended.Conflict.class,
                        number -> store.append("s", List.of(seeing(99, reported(0, 99, "a", 1)))));

                assertThat(taken).as("what is taken waits for the disk").isGreaterThan(TAKEN * SECONDS * 0.9);
                assertThat(refused).as("what is refused does not").isLessThan(REFUSED * SECONDS * 0.7);
            }
        }
    }
}
