package dev.sweetspot.deep.training.loss;

import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import java.util.Set;

/**
 * The mean over outputs of {@code (x - y)^2}. For classes x is the probability and y is 1 for the class of the label, else
 * 0 (Brier 1950, over the number of classes).
 */
public record SquaredError() implements Loss {
    @Override
    public String name() {
        return "mse";
    }

    @Override
    public String help() {
        return "squares each difference, so that large ones count most";
    }

    @Override
    public SquaredError with(Configuration configuration) {
        return this;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.values());
    }

    @Override
    public String whyNot(Task task) {
        return "makes sense for everything";
    }

    @Override
    public Tensor each(Tensor outputs, Tensor targets) {
        var compared = Compared.of(outputs, targets);
        return LossOperations.squares(compared.answers(), compared.targets());
    }

    @Override
    public Readout readout(Task task) {
        return task == Task.CLASSIFICATION ? Readout.SOFTMAX : Readout.IDENTITY;
    }
}
