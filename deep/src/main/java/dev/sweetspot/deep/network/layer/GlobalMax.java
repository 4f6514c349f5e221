package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Largest;
import dev.sweetspot.deep.graph.Timed;
import dev.sweetspot.deep.tensor.Resampling;
import dev.sweetspot.deep.tensor.Sequences;
import java.util.List;

/** The largest of each channel over the image, or over the time of the sequence. */
public record GlobalMax() implements GlobalPool {
    static final Kind KIND = new Kind("global_max", fields -> new GlobalMax());

    @Override
    public String kind() {
        return KIND.name();
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

    @Override
    public Flow write(Flow x, Place place) {
        if (place.in() instanceof Shape.Image) {
            return Flow.of(place.apply(new Largest(List.of(2, 3)), x.values()));
        }
        var low = x.lengths()
                .map(lengths -> place.apply(Timed.LOW, x.values(), lengths))
                .orElse(x.values());
        return Flow.of(place.apply(new Largest(List.of(1)), low));
    }
}
