package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import java.util.Optional;
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
    public Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.CLASSIFICATION, Task.Kind.REGRESSION, Task.Kind.RECONSTRUCTION);
    }

    @Override
    public String whyNot(Task.Kind task) {
        return "compares answers with what is known, and in " + task.word() + " nothing is known";
    }

    @Override
    public Tensor each(Tensor outputs, Tensor targets, Task.Kind task) {
        var compared = Compared.of(outputs, targets, task);
        return LossOperations.squares(compared.answers(), compared.targets());
    }

    @Override
    public Readout readout(Task.Kind task) {
        return task == Task.Kind.CLASSIFICATION ? Readout.SOFTMAX : Readout.IDENTITY;
    }

    @Override
    public Optional<String> torch(Task.Kind task) {
        return task == Task.Kind.CLASSIFICATION
                ? Optional.of("F.mse_loss(outputs.softmax(-1), F.one_hot(targets, outputs.size(-1)).float())")
                : Optional.of("F.mse_loss(outputs, targets)");
    }
}
