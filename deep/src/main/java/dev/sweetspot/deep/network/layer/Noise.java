package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.WhileTraining;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.Map;

/**
 * Adds normal noise while training.
 *
 * @param deviation of the noise, 0 or more; inputs have a deviation of about 1
 */
public record Noise(double deviation) implements Layer {
    static final Kind KIND = new Kind("noise", fields -> new Noise(fields.number("deviation")));

    /** Checks the ranges. */
    public Noise {
        if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("noise", deviation, "must be 0 or more", "0.1?");
        }
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("deviation", Form.of(deviation)).done();
    }

    @Override
    public Shape after(Shape in) {
        return in;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return pass.training() && deviation > 0 ? x.withFree(Operations.noise(x.values(), deviation, pass.draws())) : x;
    }

    @Override
    public Flow write(Flow x, Place place) {
        return deviation > 0 ? x.with(place.apply(WhileTraining.noise(deviation), x.values())) : x;
    }
}
