package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DivisionTest {
    /** A machine whose throughput is known. */
    private record Known(double seconds, Map<Integer, Double> byWorkers, List<Division> measured)
            implements Division.Probe {
        Known(double seconds, Map<Integer, Double> byWorkers) {
            this(seconds, byWorkers, new ArrayList<>());
        }

        @Override
        public double throughput(Division division, double allowed) {
            measured.add(division);
            return byWorkers.getOrDefault(division.workers(), Double.NaN);
        }

        @Override
        public Speed speed(Division division, double throughput) {
            return new Speed(division.workers() / throughput, 100, 100, 12, 1);
        }
    }

    @Test
    void theCoresAreDividedWhereMostIsDone() throws Exception {
        var choice = Division.choose(new Known(6, Map.of(4, 1000.0, 2, 1500.0, 1, 1400.0)), 4, 99, "images");

        assertThat(choice.division()).isEqualTo(new Division(2, 2));
        assertThat(choice.speed().secondsPerImage()).isCloseTo(2 / 1500.0, offset(1e-12));
        assertThat(choice.division().inWords() + choice.reason())
                .isEqualTo(
                        "2 trials at once with 2 threads each (1,500 images a second in all with the default "
                                + "configuration; 4 trials at once with 1 thread each 1,000, 1 trial at once with 4 threads 1,400)");
    }

    @Test
    void oneTrialACoreStaysUnlessAnotherDivisionIsClearlyBetter() throws Exception {
        assertThat(Division.choose(new Known(6, Map.of(4, 1000.0, 2, 1080.0, 1, 700.0)), 4, 99, "images")
                        .division())
                .isEqualTo(new Division(4, 1));
    }

    @Test
    void littleTimeIsNotSpentOnMeasuringSeveral() throws Exception {
        var probe = new Known(1, Map.of(4, 1000.0, 2, 9999.0, 1, 9999.0));
        assertThat(Division.choose(probe, 4, 99, "images").division()).isEqualTo(new Division(4, 1));
        assertThat(probe.measured()).containsExactly(new Division(4, 1));
    }

    @Test
    void withoutAClockNothingIsMeasured() throws Exception {
        var probe = new Known(0, Map.of());
        var choice = Division.choose(probe, 4, 99, "images");
        assertThat(choice.division()).isEqualTo(new Division(4, 1));
        assertThat(choice.speed().secondsPerImage()).isZero();
        assertThat(probe.measured()).isEmpty();
    }

    @Test
    void whatIsAskedForIsNotCompared() throws Exception {
        var probe = new Known(6, Map.of(3, 300.0));
        assertThat(Division.given(probe, Division.of(3, 8)).division()).isEqualTo(new Division(3, 2));
        assertThat(probe.measured()).containsExactly(new Division(3, 2));
        assertThat(Division.candidates(1, 99)).containsExactly(new Division(1, 1));
        assertThat(Division.candidates(2, 99)).containsExactly(new Division(2, 1), new Division(1, 2));
    }

    @Test
    void noMoreRunAtOnceThanThereIsMemoryFor() {
        assertThat(Division.candidates(8, 3)).containsExactly(new Division(3, 2), new Division(1, 8));
        assertThat(Division.candidates(8, 4)).containsExactly(new Division(4, 2), new Division(1, 8));
        assertThat(Division.candidates(8, 5))
                .containsExactly(new Division(5, 1), new Division(4, 2), new Division(1, 8));
        assertThat(Division.candidates(8, 1)).containsExactly(new Division(1, 8));
    }
}
