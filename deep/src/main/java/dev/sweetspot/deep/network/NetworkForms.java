package dev.sweetspot.deep.network;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;

/** Networks as model files write them. */
public final class NetworkForms {
    private NetworkForms() {}

    /** {@code {input: [32, 32, 3], layers: [{layer: convolution, filters: 32, ...}, ...]}}. */
    public static MapForm toForm(Network network) {
        var entries = new LinkedHashMap<String, Form>();
        var image = (Shape.Image) network.input();
        entries.put("height", Form.of(image.height()));
        entries.put("width", Form.of(image.width()));
        entries.put("channels", Form.of(image.channels()));
        entries.put(
                "layers",
                Form.of(network.layers().stream().map(NetworkForms::toForm).toList()));
        return Form.of(entries);
    }

    private static MapForm toForm(Layer layer) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("layer", Form.of(layer.kind()));
        if (layer instanceof Layer.Convolution convolution) {
            entries.put("filters", Form.of(convolution.filters()));
            entries.put("size", Form.of(convolution.size()));
            entries.put("bias", Form.of(convolution.bias()));
        } else if (layer instanceof Layer.Dense dense) {
            entries.put("units", Form.of(dense.units()));
        } else if (layer instanceof Layer.Activation activation) {
            entries.put("function", Form.of(activation.function().word()));
        } else if (layer instanceof Layer.MaxPool pool) {
            entries.put("size", Form.of(pool.size()));
        } else if (layer instanceof Layer.Dropout dropout) {
            entries.put("rate", Form.of(dropout.rate()));
        }
        return Form.of(entries);
    }

    /** The network that was written. */
    public static Network fromForm(Form form) {
        var fields = Fields.of(form);
        var layers = new ArrayList<Layer>();
        fields.list("layers").items().forEach(item -> layers.add(layer(item)));
        return new Network(
                new Shape.Image(fields.integer("height"), fields.integer("width"), fields.integer("channels")), layers);
    }

    private static Layer layer(Form form) {
        var fields = Fields.of(form);
        var kind = fields.text("layer");
        return switch (kind) {
            case "convolution" ->
                new Layer.Convolution(
                        fields.integer("filters"),
                        fields.integer("size"),
                        fields.findTruth("bias").orElse(true));
            case "dense" -> new Layer.Dense(fields.integer("units"));
            case "batch_norm" -> new Layer.BatchNorm();
            case "activation" ->
                new Layer.Activation(
                        ActivationFunction.valueOf(fields.text("function").toUpperCase(Locale.ROOT)));
            case "max_pool" -> new Layer.MaxPool(fields.integer("size"));
            case "global_average" -> new Layer.GlobalAverage();
            case "flatten" -> new Layer.Flatten();
            case "dropout" -> new Layer.Dropout(fields.number("rate"));
            default -> throw Fields.wrong(form, "layer", kind, "is not known", "was it written by a newer version?");
        };
    }
}
