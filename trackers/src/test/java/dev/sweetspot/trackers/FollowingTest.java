package dev.sweetspot.trackers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final List<String> ALL = List.of(
            "began 0",
            "0 at 1.0",
            "began 1",
            "1 at 1.0",
            "0 at 2.0",
            "ended 0 completed",
            "ended 1 stopped",
            "began 2",
            "ended 2 failed",
            "began 3",
            "ended 3 over limit",
            "began 4",
            "4 at 1.0",
            "left with 5");

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch tried = new CountDownLatch(1);

    private void follow(Place place, Duration patience) throws InterruptedException {
        var store = Studies.store();
        try (var following =
                new Following(new Target(place, "here"), store, Studies.open(store), notices::add, patience)) {
            assertThat(following).isNotNull();
            assertThat(tried.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void aTrackerIsToldOfEveryEventInItsOrderAndOfTheEnd() throws InterruptedException {
        follow(new Place(0), Duration.ofMinutes(1));

        assertThat(told).isEqualTo(ALL);
        assertThat(notices).isEmpty();
    }

    @Test
    void whatCouldNotBeReachedIsToldAllOfItLaterAndPeopleOnlyOnce() throws InterruptedException {
        follow(new Place(2), Duration.ofMinutes(1));

        assertThat(told.subList(told.size() - ALL.size(), told.size())).isEqualTo(ALL);
        assertThat(notices).hasSize(2);
        assertThat(notices.get(0))
                .contains("cannot be reached (nobody is there)")
                .contains("The search goes on");
        assertThat(notices.get(1)).contains("is there again");
    }

    @Test
    void aPlaceThatIsNeverThereIsNotWaitedForLongerThanThereIsPatience() throws InterruptedException {
        follow(new Place(Integer.MAX_VALUE), Duration.ofMillis(10));

        assertThat(notices)
                .last()
                .asString()
                .contains("does not have all of the study")
                .contains("--to place:here");
    }

    /** Cannot be reached the first times. */
    private final class Place implements TrackerProvider, Tracker {
        private int failures;

        Place(int failures) {
            this.failures = failures;
        }

        @Override
        public String name() {
            return "place";
        }

        @Override
        public String help() {
            return "";
        }

        @Override
        public String place() {
            return "WHERE";
        }

        @Override
        public void check(String place) {}

        @Override
        public Tracker open(Tracked study, String place) {
            return this;
        }

        @Override
        public void began(Event.Started started) {
            told.add("began " + started.trial());
        }

        @Override
        public void reported(Event.Reported report) {
            told.add(report.trial() + " at " + report.fidelity());
        }

        @Override
        public void ended(Event.Finished end, Trial trial) {
            told.add("ended " + trial.number() + " " + end.outcome().word());
        }

        @Override
        public void flush() throws IOException {
            tried.countDown();
            if (failures > 0) {
                failures--;
                throw new IOException("nobody is there");
            }
        }

        @Override
        public void left(Tracked study) {
            told.add("left with " + study.history().size());
        }

        @Override
        public void close() {}
    }
}
