package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.EnlargePixels;
import dev.sweetspot.deep.tensor.Resampling;
import dev.sweetspot.form.Form;
import java.util.Map;

/**
 * Each pixel as a square of pixels (nearest neighbour); a convolution behind it draws what is between.
 *
 * @param factor side of the square, at least 2
 */
public record Enlarge(int factor) implements Layer {
    static final Kind KIND = new Kind("enlarge", fields -> new Enlarge(fields.integer("factor")));

    /** Checks the ranges. */
    public Enlarge {
        Settings.atLeast(2, "factor", factor, "2?");
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("factor", factor).done();
    }

    @Override
    public Shape after(Shape in) {
        var image = Shape.image(this, in);
        return new Shape.Image(image.height() * factor, image.width() * factor, image.channels());
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return x.withFree(Resampling.enlarged(x.values(), factor));
    }

    @Override
    public Flow write(Flow x, Place place) {
        return x.with(place.apply(new EnlargePixels(factor), x.values()));
    }
}
