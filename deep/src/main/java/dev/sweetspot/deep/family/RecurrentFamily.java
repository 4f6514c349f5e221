package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.UsualChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks that read a sequence time by time: layers of one kind one above the other, the last of which says what it ends with. */
abstract class RecurrentFamily implements ModelFamily {
    private static final int LITTLE_DATA = 500;

    static final IntegerParameter LAYERS = Parameter.integer("layers", 1, 3)
            .withDefault(1)
            .with(About.help("How many layers stand one above the other: recurrent ones, or hidden ones of an mlp. One "
                            + "is usually enough; more than three hardly ever help.")
                    .withUsualChange(new UsualChange.Difference(1)));
    static final OrdinalParameter<Integer> UNITS = Parameter.ordinal("units", 8, 16, 32, 64, 128, 256, 512, 1024)
            .withDefault(64)
            .with(new About(
                    "units",
                    "How many numbers each layer remembers, or how many units each layer of an mlp has. Twice as many take "
                            + "about three times as long.",
                    Optional.of(new UsualChange.Factor(2))));
    static final BooleanParameter BIDIRECTIONAL = Parameter.bool("bidirectional")
            .withDefault(true)
            .with(About.help("Whether sequences are read from their end to their beginning too: better where all of "
                    + "a sequence is known when it is judged, and twice the time."));

    /** A layer of the kind. */
    abstract Layer layer(int units, boolean bidirectional, boolean sequence);

    @Override
    public boolean takes(Shape input) {
        return input instanceof Shape.Sequence;
    }

    /** Half of the units where there are few sequences. */
    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        return List.of(LAYERS, units(data), BIDIRECTIONAL);
    }

    static OrdinalParameter<Integer> units(DataSize data) {
        return data.examples() < LITTLE_DATA ? UNITS.withDefault(32) : UNITS;
    }

    /** Recurrent layers have their own activations. */
    @Override
    public List<Parameter<?>> inside() {
        return NetworkParameters.all().stream()
                .filter(parameter -> !parameter.equals(NetworkParameters.ACTIVATION))
                .toList();
    }

    @Override
    public String inWords(Configuration configuration) {
        return "a network of " + ImageParameters.many(configuration.get(LAYERS), name() + " layer") + " with "
                + configuration.get(UNITS) + " units" + (configuration.get(BIDIRECTIONAL) ? " in both directions" : "");
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        int count = configuration.get(LAYERS);
        int units = configuration.get(UNITS);
        boolean both = configuration.get(BIDIRECTIONAL);
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < count; i++) {
            layers.add(layer(units, both, i < count - 1));
            layers.addAll(style.norm(both ? 2 * units : units));
            layers.add(new Dropout(style.dropout()));
        }
        layers.add(new Dense(data.outputs()));
        return style.network(data, layers);
    }
}
