package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.BatchNormalize;
import dev.sweetspot.deep.tensor.Normalizations;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Brings each channel to mean 0 and deviation 1 over the batch, then scales and shifts it (Ioffe, Szegedy 2015). What it
 * has seen while training, a tenth of each new batch in it, takes the batch's place when predicting.
 */
public record BatchNorm() implements Layer {
    static final Kind KIND = new Kind("batch_norm", fields -> new BatchNorm());

    /** The share of a new batch in the running statistics. */
    public static final double MOMENTUM = 0.1;

    /** What is added to a variance so that none is 0. */
    public static final double EPSILON = 1e-5;

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return Map.of();
    }

    @Override
    public Shape after(Shape in) {
        return in;
    }

    @Override
    public List<Weight> weights(Shape in) {
        return List.of(Weight.scale("scale", in.channels(), 1), Weight.bias("shift", in.channels()));
    }

    @Override
    public List<Statistic> statistics(Shape in) {
        return List.of(new Statistic("mean", in.channels(), 0), new Statistic("variance", in.channels(), 1));
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        // One value has no spread: what was seen before stands in for the batch, and learns nothing from it.
        boolean training = pass.training() && valuesPerChannel(x) > 1;
        var scale = weights.get("scale");
        var shift = weights.get("shift");
        var mean = weights.get("mean");
        var variance = weights.get("variance");
        if (x.values().shape().length != 3) {
            return x.withFree(
                    Operations.batchNorm(x.values(), scale, shift, mean, variance, training, MOMENTUM, EPSILON));
        }
        return x.withFree(x.lengths()
                .map(lengths -> Normalizations.batchNorm(
                        x.values(), scale, shift, mean, variance, training, MOMENTUM, EPSILON, lengths.values()))
                .orElseGet(() -> Normalizations.batchNorm(
                        x.values(), scale, shift, mean, variance, training, MOMENTUM, EPSILON)));
    }

    private static long valuesPerChannel(Signal x) {
        var shape = x.values().shape();
        return switch (shape.length) {
            case 4 -> shape[0] * shape[2] * shape[3];
            case 3 ->
                x.lengths()
                        .map(lengths -> Arrays.stream(lengths.values()).sum())
                        .orElse(shape[0] * shape[1]);
            default -> shape[0];
        };
    }

    @Override
    public Flow write(Flow x, Place place) {
        boolean sequence = place.in() instanceof Shape.Sequence;
        int places = place.dimensions() - 2;
        var normal = place.apply(
                new BatchNormalize(places, MOMENTUM, EPSILON),
                sequence ? place.turned(x.values()) : x.values(),
                place.weight("scale"),
                place.weight("shift"),
                place.weight("mean"),
                place.weight("variance"));
        return sequence ? x.with(place.cut(x.with(place.turned(normal)))) : x.with(normal);
    }
}
