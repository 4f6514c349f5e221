package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Squares of small differences and the size of large ones (Huber 1964).
 *
 * @param delta from which difference on, above 0
 */
public record Huber(double delta) implements Loss {
    /** In the middle between squares and sizes. */
    public Huber() {
        this(LossSettings.HUBER_DELTA.defaultValue());
    }

    @Override
    public String name() {
        return "huber";
    }

    @Override
    public String help() {
        return "squares small differences and takes large ones as they are";
    }

    @Override
    public String inWords() {
        return " with a delta of " + Option.brief(delta);
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LossSettings.HUBER_DELTA);
    }

    @Override
    public Huber with(Configuration configuration) {
        return new Huber(configuration.find(LossSettings.HUBER_DELTA).orElse(delta));
    }

    @Override
    public Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.REGRESSION, Task.Kind.RECONSTRUCTION);
    }

    @Override
    public String whyNot(Task.Kind task) {
        return "tells small errors of numbers from large ones, and classes have no such errors";
    }

    @Override
    public Tensor each(Tensor outputs, Tensor targets, Task.Kind task) {
        return LossOperations.huber(outputs.as(ElementType.FLOAT32), targets, delta);
    }

    @Override
    public Readout readout(Task.Kind task) {
        return Readout.IDENTITY;
    }

    @Override
    public Optional<String> torch(Task.Kind task) {
        return task == Task.Kind.CLASSIFICATION
                ? Optional.empty()
                : Optional.of("F.huber_loss(outputs, targets, delta=" + delta + ")");
    }
}
