package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Permute;
import dev.sweetspot.deep.tensor.Resampling;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/**
 * A row of numbers as an image, channels last: what {@link Flatten} does, back.
 *
 * @param height at least 1
 * @param width at least 1
 * @param channels at least 1
 */
public record Reshape(int height, int width, int channels) implements Layer {
    static final Kind KIND = new Kind(
            "reshape",
            fields -> new Reshape(fields.integer("height"), fields.integer("width"), fields.integer("channels")));

    /** Checks the ranges. */
    public Reshape {
        Settings.atLeast(1, "height", height, "");
        Settings.atLeast(1, "width", width, "");
        Settings.atLeast(1, "channels", channels, "");
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings()
                .with("height", height)
                .with("width", width)
                .with("channels", channels)
                .done();
    }

    @Override
    public Shape after(Shape in) {
        var image = new Shape.Image(height, width, channels);
        if (in instanceof Shape.Row && in.size() == image.size()) {
            return image;
        }
        throw new DoesNotFit(this, in, "needs a row of " + image.size(), "a dense layer of so many units before it?");
    }

    /** It looks at the same memory in another shape. */
    @Override
    public long made(Shape in, int bytesPerNumber) {
        return 0;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return Signal.of(Resampling.image(x.values(), height, width, channels));
    }

    @Override
    public Flow write(Flow x, Place place) {
        var pixels = place.apply(new dev.sweetspot.deep.graph.Reshape(List.of(height, width, channels)), x.values());
        return Flow.of(place.apply(new Permute(List.of(0, 3, 1, 2)), pixels));
    }
}
