package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Permute;
import dev.sweetspot.deep.graph.Rows;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Sequences;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/** An image or a sequence as one row of numbers, channels last; what is behind the end of a sequence is 0. */
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
        if (in instanceof Shape.Row) {
            throw new DoesNotFit(this, in, "needs an image or a sequence", "leave it out?");
        }
        return new Shape.Row(in.size());
    }

    /** It looks at the same memory in another shape. */
    @Override
    public long made(Shape in, int bytesPerNumber) {
        return 0;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        if (x.values().shape().length == 4) {
            return Signal.of(Operations.flatten(x.values()));
        }
        var whole = x.lengths()
                .map(lengths -> Sequences.cut(x.values(), lengths.values()))
                .orElse(x.values());
        return Signal.of(whole.reshaped(whole.shape()[0], -1));
    }

    @Override
    public Flow write(Flow x, Place place) {
        var channelsLast = place.in() instanceof Shape.Image
                ? place.apply(new Permute(List.of(0, 2, 3, 1)), x.values())
                : place.cut(x);
        return Flow.of(place.apply(new Rows(), channelsLast));
    }
}
