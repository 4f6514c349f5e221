package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.ScaleChannels;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Map;

/**
 * Multiplies each channel by a number that is learnt (Touvron et al. 2021: begun small, it lets deep networks of residual
 * blocks begin as if they were shallow).
 *
 * @param first what each number starts at, above 0
 */
public record ChannelScale(double first) implements Layer {
    static final Kind KIND = new Kind("channel_scale", fields -> new ChannelScale(fields.number("first")));

    /** Checks the ranges. */
    public ChannelScale {
        if (!(first > 0 && first < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("scale", first, "must be above 0", "1e-6?");
        }
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("first", Form.of(first)).done();
    }

    @Override
    public Shape after(Shape in) {
        return in;
    }

    @Override
    public List<Weight> weights(Shape in) {
        return List.of(Weight.scale("scale", in.channels(), first));
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        var scale = pass.cast(weights.get("scale"));
        return x.withFree(
                Operations.product(x.values(), x.values().shape().length == 4 ? Operations.overImage(scale) : scale));
    }

    @Override
    public Flow write(Flow x, Place place) {
        int places = place.in() instanceof Shape.Image ? 2 : 0;
        return x.with(place.apply(new ScaleChannels(places), x.values(), place.weight("scale")));
    }
}
