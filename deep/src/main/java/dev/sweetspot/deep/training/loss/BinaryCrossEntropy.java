package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A yes-or-no question for each class (one against the rest), in the mean over classes.
 *
 * @param labelSmoothing how far targets move from 0 and 1 towards the half, from 0 to below 1
 */
public record BinaryCrossEntropy(double labelSmoothing) implements Loss {
    /** With a little smoothing. */
    public BinaryCrossEntropy() {
        this(LossSettings.LABEL_SMOOTHING.defaultValue());
    }

    @Override
    public String name() {
        return "binary_cross_entropy";
    }

    @Override
    public String help() {
        return "asks for each class alone whether it is that one";
    }

    @Override
    public String inWords() {
        return labelSmoothing == 0 ? "" : " with a label smoothing of " + Option.brief(labelSmoothing);
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LossSettings.LABEL_SMOOTHING);
    }

    @Override
    public BinaryCrossEntropy with(Configuration configuration) {
        return new BinaryCrossEntropy(
                configuration.find(LossSettings.LABEL_SMOOTHING).orElse(labelSmoothing));
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
        return LossOperations.binaryCrossEntropy(outputs, targets, labelSmoothing);
    }

    @Override
    public Readout readout(Task.Kind task) {
        return Readout.SIGMOID;
    }

    @Override
    public Optional<String> torch(Task.Kind task) {
        return Optional.of("F.binary_cross_entropy_with_logits(outputs, F.one_hot(targets, outputs.size(-1)) * "
                + (1 - labelSmoothing) + " + " + labelSmoothing / 2 + ")");
    }
}
