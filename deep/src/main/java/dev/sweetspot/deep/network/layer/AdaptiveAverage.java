package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.EvenTiles;
import dev.sweetspot.deep.tensor.Resampling;
import dev.sweetspot.form.Form;
import java.util.Map;

/**
 * The means of an image over tiles that cover it evenly, so many in each direction, whatever its size; tiles overlap where it
 * does not divide, and are repeated where it is smaller.
 *
 * @param size tiles in each direction, at least 1
 */
public record AdaptiveAverage(int size) implements Layer {
    static final Kind KIND = new Kind("adaptive_average", fields -> new AdaptiveAverage(fields.integer("size")));

    /** Checks the range. */
    public AdaptiveAverage {
        Settings.atLeast(1, "size", size, "7?");
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
        return new Shape.Image(size, size, Shape.image(this, in).channels());
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return x.withFree(Resampling.adaptiveAverage(x.values(), size));
    }

    @Override
    public Flow write(Flow x, Place place) {
        var image = Shape.image(this, place.in());
        return x.with(place.apply(new EvenTiles(size, image.height(), image.width()), x.values()));
    }
}
