package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The weights and statistics of one layer as tensors, and those of the layers inside it. */
public final class LayerWeights {
    private final Map<String, Tensor> tensors;
    private final Map<String, List<LayerWeights>> parts;

    /**
     * @param tensors by the names of {@link Weight} and {@link Statistic}
     * @param parts by the names of {@link Layer#parts}
     */
    public LayerWeights(Map<String, Tensor> tensors, Map<String, List<LayerWeights>> parts) {
        this.tensors = Map.copyOf(tensors);
        this.parts = Map.copyOf(parts);
    }

    /** One of its own, in 32 bits. */
    public Tensor get(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    /** The same with another tensor of that name. */
    LayerWeights with(String name, Tensor other) {
        var changed = new HashMap<>(tensors);
        changed.put(name, other);
        return new LayerWeights(changed, parts);
    }

    /** Those of the layers of a part, in their order. */
    public List<LayerWeights> part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }
}
