package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.GroupNormalize;
import dev.sweetspot.deep.tensor.Normalizations;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Map;

/**
 * Brings each group of channels to mean 0 and deviation 1 over all places, item by item, then scales and shifts each channel
 * (Wu and He 2018).
 *
 * @param groups of channels that lie one behind the other, at least 1
 */
public record GroupNorm(int groups) implements Layer {
    static final Kind KIND = new Kind("group_norm", fields -> new GroupNorm(fields.integer("groups")));

    /** What is added to a variance so that none is 0. */
    public static final double EPSILON = 1e-5;

    /** Checks the ranges. */
    public GroupNorm {
        Settings.atLeast(1, "groups", groups, "8?");
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("groups", groups).done();
    }

    @Override
    public Shape after(Shape in) {
        if (in.channels() % groups != 0) {
            throw new DoesNotFit(this, in, "needs a multiple of its groups, " + groups + ", as channels", "1 group?");
        }
        return in;
    }

    @Override
    public List<Weight> weights(Shape in) {
        return List.of(Weight.scale("scale", in.channels(), 1), Weight.bias("shift", in.channels()));
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        var scale = weights.get("scale");
        var shift = weights.get("shift");
        return x.withFree(x.lengths()
                .map(lengths -> Normalizations.groupNorm(x.values(), groups, scale, shift, EPSILON, lengths.values()))
                .orElseGet(() -> Normalizations.groupNorm(x.values(), groups, scale, shift, EPSILON)));
    }

    @Override
    public Flow write(Flow x, Place place) {
        if (x.lengths().isPresent()) {
            throw new InvalidInputException(
                    "layer", kind(), "cannot be handed over for sequences of different lengths", "layer_norm?");
        }
        boolean sequence = place.in() instanceof Shape.Sequence;
        var normal = place.apply(
                new GroupNormalize(groups, place.dimensions() - 2, EPSILON),
                sequence ? place.turned(x.values()) : x.values(),
                place.weight("scale"),
                place.weight("shift"));
        return x.with(sequence ? place.turned(normal) : normal);
    }
}
