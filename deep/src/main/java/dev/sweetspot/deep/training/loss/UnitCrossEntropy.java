package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import java.util.Optional;
import java.util.Set;

/**
 * Binary cross-entropy with targets t from 0 to 1 that are shares and no classes: the mean over outputs of
 * {@code -t ln s - (1 - t) ln (1 - s)} with s the sigmoid of x. It is least at {@code s = t}, where it is the entropy of t and
 * not 0.
 */
public record UnitCrossEntropy() implements Loss {
    @Override
    public String name() {
        return "unit_cross_entropy";
    }

    @Override
    public String help() {
        return "takes each number for a share between 0 and 1 (binary cross-entropy), for inputs that are scaled to that";
    }

    @Override
    public UnitCrossEntropy with(Configuration configuration) {
        return this;
    }

    @Override
    public Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.RECONSTRUCTION);
    }

    @Override
    public String whyNot(Task.Kind task) {
        return "compares inputs from 0 to 1 with what is made of them, and here they are not made again";
    }

    @Override
    public Tensor each(Tensor outputs, Tensor targets, Task.Kind task) {
        return LossOperations.unitCrossEntropy(outputs, targets);
    }

    @Override
    public Readout readout(Task.Kind task) {
        return Readout.UNIT;
    }

    @Override
    public Optional<String> torch(Task.Kind task) {
        return Optional.of("F.binary_cross_entropy_with_logits(outputs, targets.clamp(0, 1))");
    }
}
