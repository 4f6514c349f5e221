package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.MaxPooling;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.Map;

/**
 * The largest of each tile; what is left over at the right and lower edge is dropped.
 *
 * @param size height and width of a tile, at least 2
 */
public record MaxPool(int size) implements Layer {
    static final Kind KIND = new Kind("max_pool", fields -> new MaxPool(fields.integer("size")));

    /** Checks the range. */
    public MaxPool {
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
        var image = Shape.image(this, in);
        if (image.height() < size || image.width() < size) {
            throw new DoesNotFit(this, in, "needs an image of at least its own size, " + size, "fewer blocks?");
        }
        return new Shape.Image(image.height() / size, image.width() / size, image.channels());
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return x.withFree(Operations.maxPool(x.values(), size));
    }

    @Override
    public Flow write(Flow x, Place place) {
        return x.with(place.apply(new MaxPooling(2, size, size, 0), x.values()));
    }
}
