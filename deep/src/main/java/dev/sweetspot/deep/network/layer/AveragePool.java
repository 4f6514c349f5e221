package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.AveragePooling;
import dev.sweetspot.deep.graph.Lengthen;
import dev.sweetspot.deep.tensor.Resampling;
import dev.sweetspot.deep.tensor.Sequences;
import dev.sweetspot.form.Form;
import java.util.Map;

/**
 * The mean of each tile of an image, or of each stretch of a sequence; what is left over at the edge is dropped.
 *
 * @param size height and width of a tile, or times of a stretch, at least 2
 */
public record AveragePool(int size) implements Layer {
    static final Kind KIND = new Kind("average_pool", fields -> new AveragePool(fields.integer("size")));

    /** Checks the ranges. */
    public AveragePool {
        Settings.atLeast(2, "pool size", size, "2?");
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("size", size).done();
    }

    @Override
    public Shape after(Shape in) {
        return Shape.pooled(this, in, size, size, 0);
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        if (x.values().shape().length == 4) {
            return x.withFree(Resampling.averagePool(x.values(), size));
        }
        // A sequence shorter than a stretch is as if zeros followed.
        var values = x.lengths()
                .map(lengths -> Sequences.cut(x.values(), lengths.values()))
                .orElse(x.values());
        return x.withFree(Sequences.averagePool(values, size))
                .with(x.lengths().map(lengths -> lengths.after(length -> length / size)));
    }

    @Override
    public Flow write(Flow x, Place place) {
        if (place.in() instanceof Shape.Image) {
            return x.with(place.apply(new AveragePooling(2, size), x.values()));
        }
        var pooled = place.apply(new AveragePooling(1, size), place.turned(place.cut(x)));
        return x.with(place.turned(pooled))
                .with(x.lengths().map(lengths -> place.apply(new Lengthen(0, size, 0), lengths)));
    }
}
