package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Transfer;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a part of each step only where a transfer says so, and none where it is frozen: every step is a multiple of the
 * learning rate, so that a part of the step is the step of a part of the rate.
 */
final class Slowed implements AutoCloseable {
    private final List<Stretch> stretches = new ArrayList<>();

    /** A weight, how it was before the step, and what part of the step it takes. */
    private record Stretch(Tensor now, Tensor before, double factor) {}

    Slowed(Transfer transfer, Module module) {
        for (var placed : Weights.of(module.network())) {
            double factor = transfer.factor(module.network(), placed);
            if (factor != 1) {
                var now = module.weights().slice(placed.start(), placed.size()).keep();
                stretches.add(new Stretch(now, now.copy().keep(), factor));
            }
        }
    }

    void remember() {
        for (var stretch : stretches) {
            if (stretch.factor() > 0) {
                stretch.before().set(stretch.now());
            }
        }
    }

    /** {@code w = before + factor (w - before)}; what is frozen comes back to the bit. */
    void slow() {
        for (var stretch : stretches) {
            if (stretch.factor() > 0) {
                stretch.now().scale(stretch.factor());
                stretch.now().add(stretch.before(), 1 - stretch.factor());
            } else {
                stretch.now().set(stretch.before());
            }
        }
    }

    @Override
    public void close() {
        stretches.forEach(stretch -> {
            stretch.now().close();
            stretch.before().close();
        });
    }
}
