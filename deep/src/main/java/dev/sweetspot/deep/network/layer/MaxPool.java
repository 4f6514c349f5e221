package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Lengthen;
import dev.sweetspot.deep.graph.MaxPooling;
import dev.sweetspot.deep.graph.Timed;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Resampling;
import dev.sweetspot.deep.tensor.Sequences;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.Map;

/**
 * The largest of each tile of an image, or of each stretch of a sequence; what is left over at the edge is dropped.
 *
 * @param size height and width of a tile, or times of a stretch, at least 2
 * @param stride by how much tiles move on, at least 1; usually the size, always for sequences
 * @param padding pixels around the image that are never the largest, at most half of the size; 0 for sequences
 */
public record MaxPool(int size, int stride, int padding) implements Layer {
    static final Kind KIND = new Kind("max_pool", fields -> {
        int size = fields.integer("size");
        return new MaxPool(
                size,
                fields.findWhole("stride").orElse((long) size).intValue(),
                fields.findWhole("padding").orElse(0L).intValue());
    });

    /** Checks the ranges. */
    public MaxPool {
        Settings.atLeast(2, "pool size", size, "2?");
        Settings.atLeast(1, "stride", stride, size + "?");
        if (padding < 0 || 2 * padding > size) {
            throw new InvalidInputException("padding", padding, "must be from 0 to half of the pool size", "0?");
        }
    }

    /** Tiles one beside the other. */
    public MaxPool(int size) {
        this(size, size, 0);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings()
                .with("size", size)
                .unless(size, "stride", stride)
                .unless(0, "padding", padding)
                .done();
    }

    @Override
    public Shape after(Shape in) {
        if (!(in instanceof Shape.Image) && (stride != size || padding != 0)) {
            throw new DoesNotFit(this, in, "has another stride than its size or padding, which is for images", "");
        }
        return Shape.pooled(this, in, size, stride, padding);
    }

    /** Beside each largest number stands its place, 8 bytes long. */
    @Override
    public long made(Shape in, int bytesPerNumber) {
        return after(in).size() * (1L + Long.BYTES / bytesPerNumber);
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        if (x.values().shape().length == 4) {
            return x.withFree(
                    tiles()
                            ? Operations.maxPool(x.values(), size)
                            : Resampling.maxPool(x.values(), size, stride, padding));
        }
        return x.withFree(x.lengths()
                        .map(lengths -> Sequences.maxPool(x.values(), size, lengths.values()))
                        .orElseGet(() -> Sequences.maxPool(x.values(), size)))
                .with(x.lengths().map(lengths -> lengths.after(length -> length / size)));
    }

    private boolean tiles() {
        return stride == size && padding == 0;
    }

    @Override
    public Flow write(Flow x, Place place) {
        if (place.in() instanceof Shape.Image) {
            return x.with(place.apply(new MaxPooling(2, size, stride, padding), x.values()));
        }
        var low = x.lengths()
                .map(lengths -> place.apply(Timed.LOW, x.values(), lengths))
                .orElse(x.values());
        var pooled = place.apply(new MaxPooling(1, size, size, 0), place.turned(low));
        return x.with(place.turned(pooled))
                .with(x.lengths().map(lengths -> place.apply(new Lengthen(0, size, 0), lengths)));
    }
}
