package dev.sweetspot.insight.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Tried;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.real("x", 0, 1));

    private static Configuration at(double x) {
        return Configuration.of(Map.of("x", x));
    }

    private static Measurements loss(double value) {
        return Measurements.of("loss", value);
    }

    private static Sample sample(Tried tried) {
        return Sample.of(tried.studied(), Aspect.of(tried.studied()).get(0));
    }

    @Test
    void repeatsOfAConfigurationAreOneRowAndTellOfLuck() {
        var tried = new Tried(SPACE, Objective.minimize("loss"));
        tried.complete(at(0.1), loss(1), 1);
        int repeat = tried.start(at(0.1), new Start.Repeat(0));
        tried.finish(repeat, new Outcome.Completed(loss(3)), 1);
        tried.complete(at(0.7), loss(5), 1);

        var sample = sample(tried);

        assertThat(sample.values()).containsExactly(2, 5);
        assertThat(sample.noise().orElseThrow()).isCloseTo(Math.sqrt(2), within(1e-12));
    }

    @Test
    void failedTrialsAreLeftOut() {
        var tried = new Tried(SPACE, Objective.minimize("loss"));
        int failed = tried.start(at(0.1), Start.FRESH);
        tried.report(failed, 0.5, loss(9), 1);
        tried.finish(failed, new Outcome.Failed(Outcome.Cause.ERROR, "no"), 1);
        tried.complete(at(0.7), loss(5), 1);

        assertThat(sample(tried).values()).containsExactly(5);
    }

    @Test
    void oneTrainingThatWentAstrayDoesNotMakeUpAllTheDifferences() {
        var tried = new Tried(SPACE, Objective.minimize("loss"));
        for (int i = 0; i < 20; i++) {
            tried.complete(at(i / 20.0), loss(i == 7 ? 1e30 : i), 1);
        }

        var sample = sample(tried);

        assertThat(sample.values()[7]).isLessThan(100);
        assertThat(sample.notes()).hasSize(1);
    }

    /** Of 200 trials those that are worse after 1 epoch than most end there; the others come to half of what they had, and x. */
    @Test
    void trialsThatEndedEarlyCountAsWhatTheyWouldHaveComeTo() {
        var tried = new Tried(SPACE, Fidelity.epochs(9), List.of(), Objective.minimize("loss"));
        var random = new SplittableRandom(1);
        var truth = new double[200];
        for (int i = 0; i < truth.length; i++) {
            double x = random.nextDouble();
            double first = 10 * x + random.nextGaussian();
            truth[i] = 0.5 * first + 0.1 * random.nextGaussian();
            int trial = tried.start(at(x), Start.FRESH);
            tried.report(trial, 1, loss(first), 1);
            if (first > 5) {
                tried.finish(trial, new Outcome.StoppedEarly(loss(first), "bad"), 1);
            } else {
                tried.report(trial, 9, loss(truth[i]), 9);
                tried.finish(trial, new Outcome.Completed(loss(truth[i])), 9);
            }
        }

        var sample = sample(tried);

        assertThat(sample.values()).hasSize(200);
        for (int i = 0; i < truth.length; i++) {
            assertThat(sample.values()[i]).isCloseTo(truth[i], within(0.6));
        }
        assertThat(sample.notes()).hasSize(1);
        assertThat(sample.notes().get(0)).contains("foretold by those that went on");
    }
}
