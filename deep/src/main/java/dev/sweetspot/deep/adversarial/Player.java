package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.optimizer.Layout;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.study.Seeds;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** One of the two networks that play, with what its optimiser remembers. */
final class Player implements AutoCloseable {
    private final Module module;
    private final AdversarialRecipe.Side side;
    private final Layout layout;
    private final List<Tensor> slots = new ArrayList<>();

    Player(Network network, AdversarialRecipe.Side side, long seed, ElementType precision, Device device) {
        this.side = side;
        this.layout = Layout.of(network);
        var first = Weights.initial(network, Seeds.generator(Seeds.of(seed, 0, Seeds.Purpose.TRIAL)));
        this.module = new Module(network, first, precision, device);
        for (int i = 0; i < side.optimizer().slots(); i++) {
            slots.add(Tensor.zeros(device, ElementType.FLOAT32, first.length).keep());
        }
    }

    Module module() {
        return module;
    }

    /**
     * One step along the gradients of a loss.
     *
     * @param number of its own steps, from 1
     * @param progress how much of the training is done, from 0 to 1
     */
    void step(Tensor loss, long number, double progress) {
        module.gradients().setAll(0);
        loss.backward();
        try (var off = Gradients.off()) {
            assert off != null;
            double rate = side.rate().at(progress, List.of());
            side.optimizer()
                    .step(
                            module.weights(),
                            module.gradients(),
                            slots,
                            new Optimizer.Step(number, rate, side.weightDecay(), layout));
        }
    }

    /** What the optimiser remembers. */
    List<float[]> memory() {
        return slots.stream().map(Tensor::floats).toList();
    }

    void remember(Iterator<float[]> memory) {
        slots.forEach(slot -> slot.setAll(memory.next()));
    }

    @Override
    public void close() {
        slots.forEach(Tensor::close);
        module.close();
    }
}
