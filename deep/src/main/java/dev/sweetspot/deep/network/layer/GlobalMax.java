package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.tensor.Resampling;
import dev.sweetspot.deep.tensor.Sequences;
import dev.sweetspot.form.Form;
import java.util.Map;

/** The largest of each channel over the image, or over the time of the sequence. */
public record GlobalMax() implements Layer {
    static final Kind KIND = new Kind("global_max", fields -> new GlobalMax());

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
        if (in instanceof Shape.Row) {
            throw new DoesNotFit(this, in, "needs an image or a sequence", "move it before flatten?");
        }
        return new Shape.Row(in.channels());
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        if (x.values().shape().length == 4) {
            return Signal.of(Resampling.globalMax(x.values()));
        }
        return Signal.of(x.lengths()
                .map(lengths -> Sequences.max(x.values(), lengths.values()))
                .orElseGet(() -> Sequences.max(x.values())));
    }
}
