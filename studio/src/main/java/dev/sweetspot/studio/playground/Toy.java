package dev.sweetspot.studio.playground;

import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import dev.sweetspot.studio.settings.Chosen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Points of a plane to learn from.
 *
 * @param points how many, those that are set aside included
 * @param noise how far each is moved at random, in the unit of the plane: a deviation
 * @param testShare the share that is set aside, and not learnt from
 * @param seed of where they lie
 */
record Toy(ToyShape shape, int points, double noise, double testShare, int seed) {
    private static final CategoricalParameter<String> SHAPE = CategoricalParameter.of("shape", ToyShape.words())
            .with(About.help(Arrays.stream(ToyShape.values())
                    .map(shape -> shape.word() + ": " + shape.help())
                    .collect(Collectors.joining(" "))));

    /** Fewer show nothing, more are slower to look at than to understand. */
    private static final IntegerParameter POINTS = Parameter.integer("points", 20, 500)
            .withDefault(200)
            .with(About.help(
                            "How many points there are, those set aside included. With few of them, more of what a network "
                                    + "learns is chance.")
                    .withUsualChange(new UsualChange.Factor(2)));

    private static final RealParameter NOISE = Parameter.real("noise", 0, 0.6)
            .withStep(0.05)
            .withDefault(0.15)
            .with(About.help("How far points are moved at random. From 0.5 on little of the shape is left.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    private static final RealParameter TEST_SHARE = Parameter.real("test_share", 0.1, 0.8)
            .withStep(0.1)
            .withDefault(0.3)
            .with(About.help(
                            "Which share of the points is set aside: the network never learns from them, so they tell what it "
                                    + "has understood and what it has learnt by heart.")
                    .withUsualChange(new UsualChange.Difference(0.1)));

    private static final IntegerParameter SEED = Parameter.integer("points_seed", 0, Integer.MAX_VALUE)
            .withDefault(1)
            .with(About.help(
                            "From which number chance draws the points: another one gives other points of the same shape.")
                    .withUsualChange(new UsualChange.Difference(1)));

    /** What can be set about points. */
    static SearchSpace space() {
        return SearchSpace.of(SHAPE, POINTS, NOISE, TEST_SHARE, SEED);
    }

    /**
     * Points as settings say.
     *
     * @param settings by name, in words
     * @throws dev.sweetspot.form.InvalidInputException when one cannot be, with the rule
     */
    static Toy of(Map<String, String> settings) {
        var chosen = Chosen.of(space(), settings, List.of());
        return new Toy(
                ToyShape.named(chosen.get(SHAPE)),
                chosen.get(POINTS),
                chosen.get(NOISE),
                chosen.get(TEST_SHARE),
                chosen.get(SEED));
    }
}
