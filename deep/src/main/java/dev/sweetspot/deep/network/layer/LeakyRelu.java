package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Elementwise;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.Map;

/**
 * x where positive, else slope * x (Maas et al. 2013), with a slope of one's own: networks that judge images want more of it
 * than {@link ActivationFunction#LEAKY_RELU} has.
 *
 * @param slope from 0 to below 1
 */
public record LeakyRelu(double slope) implements Layer {
    static final Kind KIND = new Kind("leaky_relu", fields -> new LeakyRelu(fields.number("slope")));

    /** Checks the range. */
    public LeakyRelu {
        if (!(slope >= 0 && slope < 1)) {
            throw new InvalidInputException("slope", slope, "must be from 0 to below 1", "0.2?");
        }
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("slope", Form.of(slope)).done();
    }

    @Override
    public Shape after(Shape in) {
        return in;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return x.with(Operations.leakyRelu(x.values(), slope));
    }

    @Override
    public Flow write(Flow x, Place place) {
        return x.with(place.apply(
                Elementwise.of("leaky", "F.leaky_relu(x, " + slope + ")", "LeakyRelu", "alpha", slope), x.values()));
    }
}
