package dev.sweetspot.deep.network.layer;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The installed kinds of layers, and layers as files write them. */
public final class Layers {
    private static final List<Kind> KINDS = List.of(
            Activation.KIND,
            AdaptiveAverage.KIND,
            Average.KIND,
            AveragePool.KIND,
            BatchNorm.KIND,
            ChannelScale.KIND,
            Convolution.KIND,
            Dense.KIND,
            Dropout.KIND,
            Enlarge.KIND,
            Flatten.KIND,
            Gate.KIND,
            GlobalAverage.KIND,
            GlobalMax.KIND,
            GroupNorm.KIND,
            Gru.KIND,
            LayerNorm.KIND,
            LeakyRelu.KIND,
            Lstm.KIND,
            MaxPool.KIND,
            Noise.KIND,
            Repeat.KIND,
            Reshape.KIND,
            Residual.KIND,
            SequenceConvolution.KIND,
            SpatialDropout.KIND,
            SpectralNorm.KIND,
            TransposedConvolution.KIND);

    private Layers() {}

    /** All kinds, by name. */
    public static List<Kind> kinds() {
        return KINDS;
    }

    /** {@code {layer: dense, units: 10}}. */
    public static MapForm toForm(Layer layer) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("layer", Form.of(layer.kind()));
        entries.putAll(layer.settings());
        return Form.of(entries);
    }

    /** A list of layers. */
    public static ListForm toForm(List<Layer> layers) {
        return Form.of(layers.stream().map(Layers::toForm).toList());
    }

    /**
     * The layer that was written.
     *
     * @throws dev.sweetspot.form.InvalidInputException when its kind is not known or its settings are wrong
     */
    public static Layer fromForm(Form form) {
        var fields = Fields.of(form);
        var name = fields.text("layer");
        return KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    var near = DidYouMean.maybe(
                            name, KINDS.stream().map(Kind::name).toList());
                    return Fields.wrong(
                            form,
                            "layer",
                            name,
                            "is not known",
                            near.isEmpty() ? "was it written by a newer version?" : near);
                })
                .reader()
                .apply(fields);
    }

    /** The layers that were written. */
    public static List<Layer> fromForm(ListForm form) {
        var layers = new ArrayList<Layer>();
        form.items().forEach(item -> layers.add(fromForm(item)));
        return List.copyOf(layers);
    }
}
