package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Weight;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import java.util.List;
import java.util.function.Supplier;

/**
 * Normal noise on kernels while a loss and its gradients are computed (Graves 2011, "Practical variational inference for
 * neural networks", with one deviation for all): {@code w' = w + d s n}, with d the deviation, s the root mean square of the
 * kernel that w is in, and n a draw for each number. Graves has no s; with it one deviation means the same in layers of every
 * width, whose numbers are the smaller the more of them are summed. Biases, normalisations and what is frozen have no noise.
 */
final class WeightNoise implements AutoCloseable {
    private final double deviation;
    private final List<Tensor> disturbed;
    private final Tensor kernels;
    private final Tensor before;

    /** @param frozenLayers how many layers, from the beginning, are used as they are */
    WeightNoise(double deviation, Module module, int frozenLayers) {
        this.deviation = deviation;
        this.kernels =
                module.weights().slice(0, Weights.kernelCount(module.network())).keep();
        this.before = kernels.copy().keep();
        this.disturbed = Weights.of(module.network()).stream()
                .filter(placed -> placed.role() == Weight.Role.KERNEL && placed.layer() >= frozenLayers)
                .map(placed ->
                        module.weights().slice(placed.start(), placed.size()).keep())
                .toList();
    }

    /** What is computed with the noise. The weights come back to the bit, also where it fails. */
    Tensor during(Draws draws, Supplier<Tensor> computed) {
        before.set(kernels);
        try {
            add(draws);
            return computed.get();
        } finally {
            try (var off = Gradients.off()) {
                assert off != null;
                kernels.set(before);
            }
        }
    }

    private void add(Draws draws) {
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assert scope != null && off != null;
            for (var kernel : disturbed) {
                double spread = Updates.length(kernel) / Math.sqrt((double) kernel.size());
                Updates.addNoise(kernel, deviation * spread, draws);
            }
        }
    }

    @Override
    public void close() {
        disturbed.forEach(Tensor::close);
        kernels.close();
        before.close();
    }
}
