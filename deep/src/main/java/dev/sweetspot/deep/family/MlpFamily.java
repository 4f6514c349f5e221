package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.UsualChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Multi-layer perceptrons: every unit sees every number. Series are seen as one row, step after step; their layers are all of
 * one width.
 */
public final class MlpFamily implements ModelFamily {
    private static final int LITTLE_DATA = 2000;
    private static final int LEAST_UNITS = 8;

    /** Longer series have patterns that may stand anywhere, which it would have to learn for each place anew. */
    private static final int MOST_OF_A_SERIES = 4096;

    private static final IntegerParameter LAYERS = Parameter.integer("layers", 0, 6)
            .withDefault(2)
            .with(About.help(
                            "How many hidden layers stand between the input and the answer. 0 leaves weighted sums alone, "
                                    + "where activation and normalization have nothing to act on; fewer for little data; "
                                    + "beyond 6 nothing is gained.")
                    .withUsualChange(new UsualChange.Difference(1)));
    static final OrdinalParameter<Integer> UNITS = Parameter.ordinal("units", 8, 16, 32, 64, 128, 256, 512, 1024)
            .withDefault(256)
            .with(new About(
                    "units",
                    "How many units the widest hidden layer has. More can learn finer differences, and learn little data "
                            + "by heart.",
                    Optional.of(new UsualChange.Factor(2))));
    static final CategoricalParameter<String> SHAPE = Parameter.categorical(
                    "shape", "funnel", "fixed", "pyramid", "hourglass")
            .with(About.help("How the widths of the hidden layers go: funnel halves them from one to the next, "
                    + "pyramid doubles them, fixed leaves them as they are, hourglass halves them to the middle and doubles "
                    + "them again, which takes three layers. No layer has fewer than 8 units."));

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public String help() {
        return "A multi-layer perceptron: the simplest network, quick, and blind to what lies beside what.";
    }

    @Override
    public boolean takes(Shape input) {
        return true;
    }

    /** Every number of a series has a weight of its own, so all have as many numbers, and not too many. */
    @Override
    public Optional<String> refusal(DataSize data) {
        if (!(data.input() instanceof Shape.Sequence series)) {
            return Optional.empty();
        }
        if (!data.oneLength()) {
            return Optional.of("takes series that are all of one length, and these are not");
        }
        return series.size() > MOST_OF_A_SERIES
                ? Optional.of("takes series of at most " + MOST_OF_A_SERIES
                        + " numbers, steps times channels, and these have " + series.size())
                : Optional.empty();
    }

    @Override
    public boolean usual() {
        return true;
    }

    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        if (data.input() instanceof Shape.Sequence) {
            // Shared with recurrent networks, beside which it stands in one space.
            return List.of(RecurrentFamily.LAYERS, RecurrentFamily.units(data));
        }
        return List.of(LAYERS, units(data), SHAPE);
    }

    /** A quarter of the units where a table has few rows, which wide layers would learn by heart. */
    static OrdinalParameter<Integer> units(DataSize data) {
        boolean narrow = data.input() instanceof Shape.Row && data.examples() < LITTLE_DATA;
        return narrow ? UNITS.withDefault(64) : UNITS;
    }

    @Override
    public List<Condition> conditions(Parameter<?> parameter) {
        if (parameter.about().equals(UNITS.about())) {
            return List.of(Condition.when(LAYERS, 1, 2, 3, 4, 5, 6));
        }
        return parameter.equals(SHAPE) ? List.of(Condition.when(LAYERS, 2, 3, 4, 5, 6)) : List.of();
    }

    @Override
    public List<Idle> idle(Configuration configuration) {
        if (configuration.get(LAYERS) == 0) {
            var why = "has nothing to act on without a hidden layer (layers=0)";
            return List.of(
                    new Idle(NetworkParameters.ACTIVATION.name(), LAYERS.name(), why, "layers=1"),
                    new Idle(NetworkParameters.NORMALIZATION.name(), LAYERS.name(), why, "layers=1"));
        }
        return configuration.get(UNITS) == LEAST_UNITS
                ? List.of(new Idle(
                        SHAPE.name(),
                        UNITS.name(),
                        "has nothing to act on: layers have at least " + LEAST_UNITS + " units",
                        "units=64"))
                : List.of();
    }

    @Override
    public String inWords(Configuration configuration) {
        int layers = configuration.get(LAYERS);
        if (layers == 0) {
            return "weighted sums of the inputs without a hidden layer";
        }
        return "a multi-layer perceptron of " + layers + (layers == 1 ? " hidden layer, " : " hidden layers, ")
                + configuration.get(UNITS) + " units"
                + configuration.find(SHAPE).map(MlpFamily::widths).orElse("");
    }

    private static String widths(String shape) {
        return switch (shape) {
            case "fixed" -> " each";
            case "pyramid" -> " in the last and half as many in each one before";
            case "hourglass" -> " in the first and the last and fewer towards the middle";
            default -> " in the first and half as many in each further one";
        };
    }

    /** How many times the widest is halved for layer i of so many. */
    private static int halvings(String shape, int i, int layers) {
        return switch (shape) {
            case "fixed" -> 0;
            case "pyramid" -> layers - 1 - i;
            case "hourglass" -> Math.min(i, layers - 1 - i);
            default -> i;
        };
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        var layers = new ArrayList<Layer>();
        if (!(data.input() instanceof Shape.Row)) {
            layers.add(new Flatten());
        }
        int count = configuration.get(LAYERS);
        if (count == 0) {
            layers.add(new Dropout(style.dropout()));
        }
        for (int i = 0; i < count; i++) {
            int halvings = halvings(configuration.find(SHAPE).orElse("fixed"), i, count);
            layers.addAll(style.hidden(Math.max(LEAST_UNITS, configuration.get(UNITS) >> halvings)));
        }
        layers.add(new Dense(data.outputs()));
        return style.network(data, layers);
    }
}
