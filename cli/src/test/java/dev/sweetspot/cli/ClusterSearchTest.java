package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.job.Timetable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the workers of a cluster are told. */
class ClusterSearchTest {
    @Test
    void workersTakePartAsLongAsThisCallSearchesAndAMinuteMore() {
        long now = System.nanoTime();
        long hour = Duration.ofHours(1).toNanos();
        var arguments = ClusterSearch.arguments(new Timetable(now + hour, now + 2 * hour, now + 2 * hour));

        assertThat(arguments).hasSize(3).startsWith("--json", "--minutes");
        assertThat(Double.parseDouble(arguments.get(2))).isBetween(60.5, 61.1);
    }

    @Test
    void withoutAClockThereIsNoEnd() {
        assertThat(ClusterSearch.arguments(Timetable.ENDLESS)).containsExactly("--json");
    }
}
