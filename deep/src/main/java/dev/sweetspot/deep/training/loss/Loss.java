package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.TargetScaling;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.Optional;
import java.util.Set;

/**
 * What a training makes small: how far outputs are from targets, in the mean over a batch. Notation: x outputs, y target,
 * w weight of an example, N examples.
 */
public interface Loss extends Option<Loss> {
    /** What it makes sense for. */
    Set<Task.Kind> tasks();

    /** Why it makes no sense for a task, as the end of a sentence that begins with its name. */
    String whyNot(Task.Kind task);

    /**
     * The scale on which numbers are learnt with it.
     *
     * @param learntFrom the items by which it is chosen, at least one
     * @throws dev.sweetspot.form.InvalidInputException when it makes no sense for such numbers
     */
    default TargetScaling scaling(Task.Regression task, int[] learntFrom) {
        return TargetScaling.fit(task, learntFrom);
    }

    /**
     * The loss of each example, in 32 bits.
     *
     * @param outputs N x outputs, of any precision
     * @param targets N class numbers, or the shares of classes or numbers, N x outputs
     */
    Tensor each(Tensor outputs, Tensor targets, Task.Kind task);

    /**
     * The loss of a batch: {@code sum(w loss) / N}.
     *
     * @param weights N weights of examples; all count the same where there are none
     */
    default Tensor of(Tensor outputs, Tensor targets, Optional<Tensor> weights, Task.Kind task) {
        var losses = each(outputs, targets, task);
        return weights.map(each -> LossOperations.mean(losses, each)).orElseGet(() -> LossOperations.mean(losses));
    }

    /** How outputs that were trained with it are read. */
    Readout readout(Task.Kind task);

    /** The loss of a batch in PyTorch, of {@code outputs} and {@code targets}; empty where it has none. */
    default Optional<String> torch(Task.Kind task) {
        return Optional.empty();
    }
}
