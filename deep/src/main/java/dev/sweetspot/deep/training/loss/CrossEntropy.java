package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cross-entropy of the classes' probabilities, {@code -sum_c t_c ln softmax(x)_c}, where the target t is 1 - s for the
 * class of the label and s / C more for each of the C classes (Szegedy et al. 2016).
 *
 * @param labelSmoothing s, from 0 to below 1
 */
public record CrossEntropy(double labelSmoothing) implements Loss {
    /** With a little smoothing. */
    public CrossEntropy() {
        this(LossSettings.LABEL_SMOOTHING.defaultValue());
    }

    @Override
    public String name() {
        return "cross_entropy";
    }

    @Override
    public String help() {
        return "asks for a high probability of the right class, and is the usual one";
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
    public CrossEntropy with(Configuration configuration) {
        return new CrossEntropy(configuration.find(LossSettings.LABEL_SMOOTHING).orElse(labelSmoothing));
    }

    @Override
    public Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.CLASSIFICATION);
    }

    @Override
    public String whyNot(Task.Kind task) {
        return "compares probabilities of classes, and there are none in " + task.word();
    }

    @Override
    public Tensor each(Tensor outputs, Tensor targets, Task.Kind task) {
        return LossOperations.crossEntropy(outputs, targets, labelSmoothing);
    }

    @Override
    public Tensor of(Tensor outputs, Tensor targets, Optional<Tensor> weights, Task.Kind task) {
        return weights.isPresent()
                ? Loss.super.of(outputs, targets, weights, task)
                : Operations.crossEntropy(outputs, targets, labelSmoothing);
    }

    @Override
    public Readout readout(Task.Kind task) {
        return Readout.SOFTMAX;
    }

    @Override
    public Optional<String> torch(Task.Kind task) {
        return Optional.of("F.cross_entropy(outputs, targets, label_smoothing=" + labelSmoothing + ")");
    }
}
