package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Choice;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.UsualChange;
import java.util.Optional;
import java.util.stream.IntStream;

/** What networks have in common that make their inputs again from little. */
final class BottleneckParameters {
    /** Numbers of an image for one that is kept, where nobody says so. */
    private static final int SQUEEZE_IMAGES = 24;

    private static final int SQUEEZE_ROWS = 3;
    private static final int MOST = 512;
    private static final int MOST_BY_DEFAULT = 128;
    private static final int LITTLE_DATA = 1000;

    static final IntegerParameter LAYERS = Parameter.integer("layers", 1, 4)
            .withDefault(2)
            .with(About.help(
                            "How many hidden layers stand on each side of the bottleneck: fewer for little data; beyond 4 "
                                    + "nothing is gained.")
                    .withUsualChange(new UsualChange.Difference(1)));

    private BottleneckParameters() {}

    /** How many on each side; for series as in recurrent networks, beside which dense ones stand in one space. */
    static IntegerParameter layers(ModelFamily.DataSize data) {
        return data.input() instanceof Shape.Sequence ? RecurrentFamily.LAYERS : LAYERS;
    }

    /** Those of perceptrons, or for series of recurrent networks, though not narrower than the usual bottleneck. */
    static OrdinalParameter<Integer> units(ModelFamily.DataSize data) {
        var usual = data.input() instanceof Shape.Sequence ? RecurrentFamily.units(data) : MlpFamily.units(data);
        int least = latent(data).defaultValue();
        var choices = usual.choices().stream()
                .map(Choice::value)
                .filter(units -> units >= least)
                .toList();
        return OrdinalParameter.of(usual.name(), choices)
                .withDefault(usual.defaultValue())
                .with(usual.about());
    }

    /**
     * How much is kept of an item: powers of 2, fewer than it has itself. By default a third of a row; of an image or a series
     * one number in 24, at most 128, and half of that where there is little to learn from.
     */
    static OrdinalParameter<Integer> latent(ModelFamily.DataSize data) {
        int numbers = data.input().size();
        boolean row = data.input() instanceof Shape.Row;
        var choices = IntStream.iterate(1, size -> size == 1 || (size < numbers && size <= MOST), size -> 2 * size)
                .boxed()
                .toList();
        int wished = Math.min(MOST_BY_DEFAULT, numbers / (row ? SQUEEZE_ROWS : SQUEEZE_IMAGES));
        int kept = !row && data.examples() < LITTLE_DATA ? wished / 2 : wished;
        int standard = choices.stream()
                .filter(size -> size == 1 || size <= kept)
                .reduce((less, more) -> more)
                .orElse(1);
        return OrdinalParameter.of("latent", choices)
                .withDefault(standard)
                .with(new About(
                        "numbers",
                        "How many numbers a network keeps of each item, from which it makes the item again: the bottleneck. "
                                + "With few it has to learn what items have in common, and what is unlike them is made badly; "
                                + "with many everything is made well, odd items too. More always makes better again, so the "
                                + "search leaves it as it is unless it is told to.",
                        Optional.of(new UsualChange.Factor(2))));
    }
}
