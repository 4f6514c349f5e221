package dev.sweetspot.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.sweetspot.choice.Choice;
import dev.sweetspot.insight.Searched;
import dev.sweetspot.insight.Studied;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class ReportSpeedTest {
    private static final int RUNS = 3;

    /**
     * All that a report tells: importances of the objective and of the time, influences, what the winner is worth, health, what
     * next, and every picture. Measured in processor time, since other work on the machine changes the clock's: 5 s of the
     * clock on a machine with two cores are 10 s of it.
     */
    @Test
    void allInsightsOfAThousandTrialsOfTwentyParametersTakeLessThanTenSecondsOfAProcessor() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double best = Double.POSITIVE_INFINITY;
        // The least of a few: the first ones are compiled meanwhile. Another study each time, since what was learnt is
        // kept.
        for (int run = 0; run < RUNS; run++) {
            var told = told(studied(run));
            long begun = machine.getProcessCpuTime();
            var page = HtmlReport.of(Reporter.of(told));
            best = Math.min(best, (machine.getProcessCpuTime() - begun) / 1e9);
            assertThat(page).contains("What next");
        }

        assertThat(best).isLessThan(10);
    }

    private static Studied studied(long seed) {
        return Searched.randomly(Searched.cube(20), 1000).of(seed, 0.1, configuration -> {
            double sum = 0;
            for (int i = 0; i < 20; i++) {
                sum += Math.pow(Searched.number(configuration, "x" + i) - 0.4, 2) / (i + 1);
            }
            return sum;
        });
    }

    private static Told told(Studied studied) {
        return new Told(
                studied,
                Choice.of(studied.problem(), studied.history()),
                Optional.empty(),
                new Told.Circumstances("noon", "0", "Java", "memory"));
    }
}
