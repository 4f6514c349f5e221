package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Mean;
import dev.sweetspot.deep.graph.Timed;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Sequences;
import java.util.List;

/** The mean of each channel over the image, or over the time of the sequence. */
public record GlobalAverage() implements GlobalPool {
    static final Kind KIND = new Kind("global_average", fields -> new GlobalAverage());

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        if (x.values().shape().length == 4) {
            return Signal.of(Operations.globalAverage(x.values()));
        }
        return Signal.of(x.lengths()
                .map(lengths -> Sequences.mean(x.values(), lengths.values()))
                .orElseGet(() -> Sequences.mean(x.values())));
    }

    @Override
    public Flow write(Flow x, Place place) {
        if (place.in() instanceof Shape.Image) {
            return Flow.of(place.apply(new Mean(List.of(2, 3)), x.values()));
        }
        return Flow.of(x.lengths()
                .map(lengths -> place.apply(Timed.TIME_MEAN, x.values(), lengths))
                .orElseGet(() -> place.apply(new Mean(List.of(1)), x.values())));
    }
}
