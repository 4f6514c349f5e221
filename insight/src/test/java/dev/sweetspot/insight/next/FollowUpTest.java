package dev.sweetspot.insight.next;

import static dev.sweetspot.insight.Searched.cube;
import static dev.sweetspot.insight.Searched.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.Searched;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowUpTest {
    @Test
    void aRangeIsWidenedWhereTheBestLieAtItsEnd() {
        var space = SearchSpace.of(Parameter.real("rate", 1e-4, 1e-2).logarithmic(), Parameter.real("x", 0, 1));
        var followUp = FollowUp.of(Searched.randomly(space, 80)
                .of(1, 0.02, c -> -Math.log10(number(c, "rate")) + Math.pow(number(c, "x") - 0.5, 2)));

        assertThat(followUp.suggestions().get(0).kind()).isEqualTo(Suggestion.Kind.WIDEN);
        assertThat(followUp.suggestions().get(0).change()).isEqualTo("rate=1.0E-4..0.1");
        assertThat(followUp.space().find("rate").orElseThrow().check(0.05)).isEqualTo(0.05);
    }

    @Test
    void aRangeIsNarrowedToWhereAllGoodOnesLieAndSearchUnderstandsIt() {
        var studied = Searched.randomly(cube(2), 100)
                .of(2, 0, c -> Math.abs(number(c, "x0") - 0.3) + 0.05 * Math.abs(number(c, "x1") - 0.5));
        var followUp = FollowUp.of(studied);

        assertThat(followUp.suggestions()).first().satisfies(suggestion -> {
            assertThat(suggestion.parameter()).isEqualTo("x0");
            assertThat(suggestion.kind()).isEqualTo(Suggestion.Kind.NARROW);
            var narrower = Restriction.search(cube(2), cube(2), suggestion.parameter(), suggestion.range());
            var point = Encoding.of(narrower).defaults().orElseThrow();
            assertThat(number(point, "x0")).isBetween(0.1, 0.5);
        });
        assertThat(Encoding.of(followUp.space())
                        .feasible(studied.history()
                                .best(studied.problem())
                                .orElseThrow()
                                .configuration()))
                .isTrue();
    }

    @Test
    void nothingIsSuggestedWhereTheRangesAreRight() {
        var followUp = FollowUp.of(Searched.randomly(cube(2), 60).of(3, 1, c -> 0));

        assertThat(followUp.suggestions()).isEmpty();
        assertThat(followUp.space()).isEqualTo(cube(2));
    }

    @Test
    void whatAnotherHourGainsIsBoundedTheWiderTheSurer() {
        var studied =
                Searched.randomly(cube(2), 40).of(1, 0, c -> Math.hypot(number(c, "x0") - 0.3, number(c, "x1") - 0.6));
        var hour = AnotherHour.of(studied, Duration.ofHours(1), 2).orElseThrow();

        // Each trial took ten seconds.
        assertThat(hour.trials()).isEqualTo(720);
        assertThat(hour.likely()).isPositive().isLessThan(hour.most());
    }

    @Test
    void aBoundThatIsNarrowerThanWhatWasGainedIsSaidAndAWiderOneIsNot() {
        var hour = new AnotherHour(Duration.ofHours(1), 50, 0.02, 0.3, 0.1, new AnotherHour.Lately(50, 120, 0.01));

        assertThat(hour.inWords("accuracy"))
                .isEqualTo(
                        "Another 60 minutes, 50 trials, would make accuracy better by at most 0.020 (with a probability of "
                                + "75 %).");
        assertThat(new AnotherHour(hour.time(), 50, 0.02, 0.03, 0.1, hour.lately()).inWords("accuracy"))
                .isEqualTo(
                        "Another 60 minutes, 50 trials, would make accuracy better by at most 0.020 (with a probability of "
                                + "75 %), and by at most 0.030 (90 %).");
    }

    @Test
    void whereNoBoundSaysAnythingItIsToldWhatTheLastTrialsGained() {
        // The best of the first ten is 0.2, that of the last ten 0.15; the median 0.6.
        double[] losses = {
            0.9, 0.8, 0.2, 0.7, 0.6, 0.9, 0.5, 0.8, 0.4, 0.6, 0.7, 0.15, 0.6, 0.3, 0.5, 0.9, 0.8, 0.6, 0.7, 0.4
        };
        var next = new AtomicInteger();
        var studied = Searched.randomly(cube(2), 20).of(1, 0, c -> losses[next.getAndIncrement()]);

        var hour = AnotherHour.of(studied, Duration.ofHours(1), 2).orElseThrow();

        assertThat(hour.seen()).isCloseTo(0.45, within(1e-12));
        assertThat(hour.likely()).isGreaterThan(hour.seen());
        assertThat(hour.inWords("loss"))
                .isEqualTo(
                        "What another 60 minutes, 720 trials, would gain cannot be foretold from 20. The last 10 of them "
                                + "made loss better by 0.050.");
        assertThat(new AnotherHour(hour.time(), 720, 1, 2, 0.45, new AnotherHour.Lately(10, 20, 0)).inWords("loss"))
                .endsWith("The last 10 of them did not make loss better.");
    }
}
