package dev.sweetspot.deep.network.layer;

import dev.sweetspot.form.Form;
import java.util.Map;

/** One number of each channel, over an image or over the time of a sequence; nothing about it can be set. */
interface GlobalPool extends Layer {
    @Override
    default Map<String, Form> settings() {
        return Map.of();
    }

    @Override
    default Shape after(Shape in) {
        if (in instanceof Shape.Row) {
            throw new DoesNotFit(this, in, "needs an image or a sequence", "move it before flatten?");
        }
        return new Shape.Row(in.channels());
    }
}
