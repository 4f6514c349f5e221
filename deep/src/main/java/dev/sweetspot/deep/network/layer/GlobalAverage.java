package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Mean;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/** The mean of each channel over the image. */
public record GlobalAverage() implements Layer {
    static final Kind KIND = new Kind("global_average", fields -> new GlobalAverage());

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
        return new Shape.Row(Shape.image(this, in).channels());
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return Signal.of(Operations.globalAverage(x.values()));
    }

    @Override
    public Flow write(Flow x, Place place) {
        return x.with(place.apply(new Mean(List.of(2, 3)), x.values()));
    }
}
