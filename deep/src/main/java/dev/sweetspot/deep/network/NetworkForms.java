package dev.sweetspot.deep.network;

import dev.sweetspot.deep.network.initializer.Initializers;
import dev.sweetspot.deep.network.layer.Layers;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.LinkedHashMap;

/** Networks as model files write them. */
public final class NetworkForms {
    private NetworkForms() {}

    /**
     * {@code {height: 32, width: 32, channels: 3, layers: [{layer: convolution, filters: 32, ...}, ...]}}; a sequence has a
     * length and channels, a row has numbers.
     */
    public static MapForm toForm(Network network) {
        var entries = new LinkedHashMap<String, Form>();
        if (network.input() instanceof Shape.Image image) {
            entries.put("height", Form.of(image.height()));
            entries.put("width", Form.of(image.width()));
            entries.put("channels", Form.of(image.channels()));
        } else if (network.input() instanceof Shape.Sequence sequence) {
            entries.put("length", Form.of(sequence.length()));
            entries.put("channels", Form.of(sequence.channels()));
        } else {
            entries.put("numbers", Form.of(network.input().size()));
        }
        if (!network.initializer().equals(Initializers.all().get(0))) {
            entries.put("initializer", Form.of(network.initializer().name()));
        }
        entries.put("layers", Layers.toForm(network.layers()));
        return Form.of(entries);
    }

    /** The network that was written. */
    public static Network fromForm(Form form) {
        var fields = Fields.of(form);
        var initializer = fields.findText("initializer").map(Initializers::named);
        return new Network(
                input(fields),
                Layers.fromForm(fields.list("layers")),
                initializer.orElse(Initializers.all().get(0)));
    }

    private static Shape input(Fields fields) {
        if (fields.find("numbers").isPresent()) {
            return new Shape.Row(fields.integer("numbers"));
        }
        return fields.find("length").isPresent()
                ? new Shape.Sequence(fields.integer("length"), fields.integer("channels"))
                : new Shape.Image(fields.integer("height"), fields.integer("width"), fields.integer("channels"));
    }
}
