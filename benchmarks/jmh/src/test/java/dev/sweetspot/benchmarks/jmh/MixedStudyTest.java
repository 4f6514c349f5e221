package dev.sweetspot.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.space.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixedStudyTest {
    @Test
    void everyAskAddsATrialToThoseThatAreKnown() {
        var study = new MixedStudy(new RandomSearch(), 25);
        assertThat(study.size()).isEqualTo(25);
        assertThat(study.askAndTell().values()).hasSize(8);
        assertThat(study.size()).isEqualTo(26);
    }

    /** A tenth for the wrong optimiser; the bowl is 0 at 0.37 of every range, where mom and drop are 0.37 and 0.333. */
    @Test
    void theFunctionIsABowlWithTwoChoicesThatAreBetter() {
        var values = Map.of(
                "lr",
                Math.pow(1e-5, 0.63),
                "wd",
                1e-6 * Math.pow(1e5, 0.37),
                "mom",
                0.37,
                "drop",
                0.333,
                "units",
                74,
                "layers",
                4,
                "opt",
                "sgd",
                "act",
                "gelu");
        assertThat(MixedStudy.value(Configuration.of(values))).isCloseTo(0.1, within(0.01));
    }
}
