package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import java.util.Optional;
import java.util.Set;

/**
 * The right class is to lead the others by a margin: {@code sum_c max(0, 1 - x_y + x_c) / C} (Weston and Watkins 1999). Its
 * probabilities are those of a softmax of the scores: right in their order, but not calibrated.
 */
public record Hinge() implements Loss {
    @Override
    public String name() {
        return "hinge";
    }

    @Override
    public String help() {
        return "asks only that the right class leads by a margin";
    }

    @Override
    public Hinge with(Configuration configuration) {
        return this;
    }

    @Override
    public Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.CLASSIFICATION);
    }

    @Override
    public String whyNot(Task.Kind task) {
        return "compares classes, and there are none in " + task.word();
    }

    @Override
    public Tensor each(Tensor outputs, Tensor targets, Task.Kind task) {
        return LossOperations.hinge(outputs, targets);
    }

    @Override
    public Readout readout(Task.Kind task) {
        return Readout.SOFTMAX;
    }

    @Override
    public Optional<String> torch(Task.Kind task) {
        return Optional.of("F.multi_margin_loss(outputs, targets)");
    }
}
