package dev.sweetspot.insight.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.Tried;
import dev.sweetspot.insight.importance.Landscape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InfluenceTest {
    private static final RealParameter RATE = Parameter.real("learning_rate", 1e-4, 1)
            .logarithmic()
            .with(About.NOTHING.withUsualChange(new UsualChange.Factor(3)));
    private static final RealParameter DROPOUT = Parameter.real("dropout", 0, 0.5);
    private static final OrdinalParameter<Integer> BATCH =
            Parameter.ordinal("batch_size", 16, 32, 64).with(About.NOTHING.withUnit("images"));
    private static final Pattern TRADE = Pattern.compile("batch size (16|32) images to 64 images: same accuracy "
            + "\\(within \\S+ points\\), \\d+ % less time \\((\\d+)-(\\d+) %\\)\\.");
    private static final SearchSpace SPACE = SearchSpace.of(RATE, DROPOUT, BATCH);

    private static Studied studied(ToDoubleFunction<Configuration> accuracy, ToDoubleFunction<Configuration> seconds) {
        return studied(8, accuracy, seconds);
    }

    private static Studied studied(
            long seed, ToDoubleFunction<Configuration> accuracy, ToDoubleFunction<Configuration> seconds) {
        var random = new SplittableRandom(seed);
        var tried = new Tried(SPACE, Objective.maximize("accuracy"));
        for (int i = 0; i < 300; i++) {
            var configuration = Encoding.of(SPACE).draw(random).orElseThrow();
            tried.complete(
                    configuration,
                    Measurements.of("accuracy", accuracy.applyAsDouble(configuration) + 0.005 * random.nextGaussian()),
                    seconds.applyAsDouble(configuration) * (1 + 0.02 * random.nextGaussian()));
        }
        return tried.studied();
    }

    private static double parabola(Configuration configuration) {
        double distance = Math.log10(configuration.get(RATE)) + 2;
        return 0.9 - 0.05 * distance * distance;
    }

    private static Landscape of(Studied studied, int aspect) {
        return Landscape.of(studied, Aspect.of(studied).get(aspect));
    }

    @Test
    void theMostImportantParameterComesFirstInPointsOfAccuracyWithItsUsualChange() {
        var said = Influence.sentences(of(studied(InfluenceTest::parabola, configuration -> 10), 0));

        assertThat(said.get(0).text())
                .matches(
                        "learning rate: most important \\(\\d+ %, \\d+-\\d+ %\\)\\. Good between \\S+ and \\S+, at most "
                                + "\\S+ points from the best; .*costs \\S+ points \\(±\\S+\\).*; at the edge of the range: no\\.");
    }

    @Test
    void whatDoesNothingIsSaidToWithTheLimitOfWhatMayBeHidden() {
        var said = Influence.sentences(of(studied(InfluenceTest::parabola, configuration -> 10), 0));

        assertThat(said)
                .anySatisfy(
                        each -> assertThat(each.text())
                                .matches(
                                        "dropout between 0 and 0\\.5: no difference seen; one of up to \\S+ points would not have shown\\."));
    }

    @Test
    void ofTwentyTrialsOfLuckNothingIsSaidWhereADifferenceAsLargeAsAllWouldNotHaveShown() {
        var random = new SplittableRandom(4);
        var said = Influence.sentences(of(Tried.of(SPACE, 20, 1, configuration -> random.nextGaussian()), 0));

        assertThat(said).anySatisfy(each -> assertThat(each.text())
                .matches("dropout between 0 and 0\\.5: too few configurations to say; it may account for up to "
                        + "\\d+ % of all differences\\."));
    }

    /** 20 s for a batch of 16, 15 s for 32, 10 s for 64: which of them seems best is luck, and 64 saves of either other. */
    @Test
    void whatIsAsGoodAndQuickerIsSaidWithHowMuch() {
        int said = 0;
        for (int seed = 0; seed < 8; seed++) {
            var studied = studied(
                    seed,
                    InfluenceTest::parabola,
                    configuration -> configuration.get(BATCH) == 16 ? 20 : configuration.get(BATCH) == 32 ? 15 : 10);
            var aspects = Aspect.of(studied);
            for (var trade : Influence.trades(studied, aspects.get(0), aspects.get(1))) {
                said++;
                var text = TRADE.matcher(trade.text());
                assertThat(text.matches()).as(trade.text()).isTrue();
                double saved = text.group(1).equals("16") ? 50 : 100.0 / 3;
                assertThat(saved)
                        .isBetween(Double.parseDouble(text.group(2)) - 0.5, Double.parseDouble(text.group(3)) + 0.5);
            }
        }

        assertThat(said).isBetween(2, 8);
    }

    @Test
    void whatIsQuickerAndWorseIsNoTrade() {
        var studied = studied(
                configuration -> 0.9 - 0.001 * configuration.get(BATCH),
                configuration -> 1000.0 / configuration.get(BATCH));

        assertThat(Influence.trades(of(studied, 0), of(studied, 1))).isEmpty();
    }

    @Test
    void twoParametersOfWhichOneDependsOnTheOtherAreNamedTogether() {
        var studied = studied(
                configuration -> 0.5 + (Math.log10(configuration.get(RATE)) + 2) * (configuration.get(DROPOUT) - 0.25),
                configuration -> 10);

        assertThat(Influence.sentences(of(studied, 0))).anySatisfy(each -> assertThat(each.text())
                .contains("learning rate and dropout: what is good of one depends on the other"));
    }

    @Test
    void theBandIsWideWhereNothingWasTried() {
        var random = new SplittableRandom(2);
        var tried = new Tried(SPACE, Objective.minimize("loss"));
        for (int i = 0; i < 100; i++) {
            var configuration = Encoding.of(SPACE).draw(random).orElseThrow().with(DROPOUT, random.nextDouble(0, 0.2));
            tried.complete(
                    configuration, Measurements.of("loss", configuration.get(DROPOUT) + random.nextGaussian()), 1);
        }
        var parts = Marginal.of(tried.studied(), Aspect.of(tried.studied()).get(0), DROPOUT)
                .orElseThrow()
                .parts();

        double known = parts.stream()
                .filter(part -> part.to() < 0.35)
                .mapToDouble(part -> part.high() - part.low())
                .max()
                .orElseThrow();
        double never = parts.stream()
                .filter(part -> part.from() > 0.5)
                .mapToDouble(part -> part.high() - part.low())
                .min()
                .orElseThrow();
        assertThat(never).isGreaterThan(2 * known);
    }

    @Test
    void ofFewTrialsNothingIsSaid() {
        var studied = Tried.of(SPACE, 5, 1, configuration -> 1);

        assertThat(Influence.sentences(studied, Aspect.of(studied).get(0))).isEmpty();
    }
}
