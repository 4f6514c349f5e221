package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.UsualChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Multi-layer perceptrons: every unit sees every pixel. */
public final class MlpFamily implements ModelFamily {
    private static final IntegerParameter LAYERS = Parameter.integer("layers", 1, 4)
            .withDefault(2)
            .with(Hyperparameters.help(
                            "How many hidden layers stand between the image and the answer. Fewer for little "
                                    + "data.")
                    .withUsualChange(new UsualChange.Difference(1)));
    private static final OrdinalParameter<Integer> UNITS = Parameter.ordinal("units", 32, 64, 128, 256, 512)
            .withDefault(256)
            .with(new About(
                    "units",
                    "How many units the first hidden layer has; each further one has half as many.",
                    Optional.of(new UsualChange.Factor(2))));

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
        return input instanceof Shape.Image || input instanceof Shape.Row;
    }

    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        return List.of(LAYERS, UNITS);
    }

    @Override
    public String inWords(Configuration configuration) {
        int layers = configuration.get(LAYERS);
        return "a multi-layer perceptron of " + layers + (layers == 1 ? " hidden layer, " : " hidden layers, ")
                + configuration.get(UNITS) + " units"
                + (layers == 1 ? "" : " in the first and half as many in each further one");
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        boolean norm = configuration.get(NetworkParameters.NORMALIZATION).equals("batch");
        var activation = new Activation(NetworkParameters.activation(configuration));
        var layers = new ArrayList<Layer>();
        if (!(data.input() instanceof Shape.Row)) {
            layers.add(new Flatten());
        }
        int units = configuration.get(UNITS);
        for (int i = 0; i < configuration.get(LAYERS); i++) {
            layers.add(new Dense(units));
            if (norm) {
                layers.add(new BatchNorm());
            }
            layers.add(activation);
            layers.add(new Dropout(configuration.get(NetworkParameters.DROPOUT)));
            units = Math.max(8, units / 2);
        }
        layers.add(new Dense(data.outputs()));
        return new Network(data.input(), layers);
    }
}
