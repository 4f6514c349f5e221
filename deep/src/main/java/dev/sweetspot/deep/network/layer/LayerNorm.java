package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.LayerNormalize;
import dev.sweetspot.deep.graph.Permute;
import dev.sweetspot.deep.tensor.Normalizations;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/**
 * Brings the channels of each place to mean 0 and deviation 1, item by item, then scales and shifts each channel (Ba et al.
 * 2016; of images and sequences each place by itself, as in Liu et al. 2022).
 */
public record LayerNorm() implements Layer {
    static final Kind KIND = new Kind("layer_norm", fields -> new LayerNorm());

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
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return x.withFree(Normalizations.layerNorm(x.values(), weights.get("scale"), weights.get("shift"), EPSILON));
    }

    @Override
    public Flow write(Flow x, Place place) {
        boolean image = place.in() instanceof Shape.Image;
        var normal = place.apply(
                new LayerNormalize(EPSILON),
                image ? place.apply(new Permute(List.of(0, 2, 3, 1)), x.values()) : x.values(),
                place.weight("scale"),
                place.weight("shift"));
        return x.with(image ? place.apply(new Permute(List.of(0, 3, 1, 2)), normal) : normal);
    }
}
