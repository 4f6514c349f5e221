package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.TargetScaling;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import java.util.Optional;
import java.util.Set;

/**
 * How unlikely counts are where they come by chance at a rate: the mean over outputs of {@code exp(x) - y x}, the negative
 * logarithm of their probability under Poisson's law with the rate exp(x), but for what does not depend on x. Counts y are
 * divided by their mean m on the training part, which is the same as the rate {@code m exp(x)} and a loss divided by m.
 */
public record Poisson() implements Loss {
    @Override
    public String name() {
        return "poisson";
    }

    @Override
    public String help() {
        return "takes numbers for counts, whose scatter grows with them; what is predicted is above 0";
    }

    @Override
    public Poisson with(Configuration configuration) {
        return this;
    }

    @Override
    public Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.REGRESSION);
    }

    @Override
    public String whyNot(Task.Kind task) {
        return "predicts counts, and there are none in " + task.word();
    }

    /** Counts have a 0 of their own: they are not shifted. */
    @Override
    public TargetScaling scaling(Task.Regression task, int[] learntFrom) {
        double sum = 0;
        for (int item : learntFrom) {
            double target = task.target(item);
            if (target < 0) {
                throw new InvalidInputException(
                        "loss",
                        name(),
                        "is for counts, and the target " + task.targetName() + " is " + target + " in an item, below 0",
                        "mse, mae or huber?");
            }
            sum += target;
        }
        return new TargetScaling(0, sum > 0 ? sum / learntFrom.length : 1);
    }

    @Override
    public Tensor each(Tensor outputs, Tensor targets, Task.Kind task) {
        return LossOperations.poisson(outputs.as(ElementType.FLOAT32), targets);
    }

    @Override
    public Readout readout(Task.Kind task) {
        return Readout.EXPONENTIAL;
    }

    @Override
    public Optional<String> torch(Task.Kind task) {
        return Optional.of("F.poisson_nll_loss(outputs, targets)");
    }
}
