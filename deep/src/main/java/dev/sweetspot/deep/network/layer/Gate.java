package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Binary;
import dev.sweetspot.deep.graph.Unsqueeze;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/**
 * Multiplies each channel by a number that layers make of the whole: squeeze and excitation (Hu et al. 2018), where they
 * begin with the mean over the image and end with a sigmoid.
 *
 * @param body gives one number a channel
 */
public record Gate(List<Layer> body) implements Layer {
    static final Kind KIND = new Kind("gate", fields -> new Gate(Layers.fromForm(fields.list("body"))));

    /** Keeps a copy. */
    public Gate {
        body = List.copyOf(body);
        Settings.atLeast(1, "layers of a gate", body.size(), "");
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("body", Layers.toForm(body)).done();
    }

    @Override
    public Map<String, List<Layer>> parts() {
        return Map.of("body", body);
    }

    @Override
    public Shape after(Shape in) {
        if (!Chain.after(in, body, "body").equals(new Shape.Row(in.channels()))) {
            throw new DoesNotFit(
                    this,
                    in,
                    "needs one number a channel from its body, " + in.channels(),
                    "a dense layer of so many?");
        }
        return in;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        var in = x.shared();
        var factors = Chain.forward(body, weights.part("body"), in, pass)
                .values()
                .as(x.values().type());
        var shaped =
                switch (x.values().shape().length) {
                    case 4 -> Operations.overImage(factors);
                    case 3 -> Operations.overTime(factors);
                    default -> factors;
                };
        return x.withFree(Operations.product(x.values(), shaped));
    }

    @Override
    public Flow write(Flow x, Place place) {
        var factors = Chain.write(body, place.part("body"), x).values();
        var shaped =
                switch (place.dimensions()) {
                    case 4 -> place.apply(new Unsqueeze(List.of(2, 3)), factors);
                    case 3 -> place.apply(new Unsqueeze(List.of(1)), factors);
                    default -> factors;
                };
        return x.with(place.apply(Binary.MULTIPLY, x.values(), shaped));
    }
}
