package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Permute;
import dev.sweetspot.deep.graph.Rows;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/** An image as one row of numbers, channels last. */
public record Flatten() implements Layer {
    static final Kind KIND = new Kind("flatten", fields -> new Flatten());

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
        return new Shape.Row(Shape.image(this, in).size());
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return Signal.of(Operations.flatten(x.values()));
    }

    @Override
    public Flow write(Flow x, Place place) {
        var channelsLast = place.apply(new Permute(List.of(0, 2, 3, 1)), x.values());
        return x.with(place.apply(new Rows(), channelsLast));
    }
}
