package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import java.util.Optional;
import java.util.Set;

/**
 * The mean over outputs of {@code |x - y|}. For classes x is the probability and y is 1 for the class of the label, else 0.
 */
public record AbsoluteError() implements Loss {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public String help() {
        return "takes each difference as it is, so that outliers pull less";
    }

    @Override
    public AbsoluteError with(Configuration configuration) {
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
        return LossOperations.distances(compared.answers(), compared.targets());
    }

    @Override
    public Readout readout(Task.Kind task) {
        return task == Task.Kind.CLASSIFICATION ? Readout.SOFTMAX : Readout.IDENTITY;
    }

    @Override
    public Optional<String> torch(Task.Kind task) {
        return task == Task.Kind.CLASSIFICATION
                ? Optional.of("F.l1_loss(outputs.softmax(-1), F.one_hot(targets, outputs.size(-1)).float())")
                : Optional.of("F.l1_loss(outputs, targets)");
    }
}
