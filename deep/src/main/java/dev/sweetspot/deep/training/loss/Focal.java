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
 * Cross-entropy that leaves alone what is learnt already: {@code -(1 - p)^gamma ln p} (Lin et al. 2017).
 *
 * @param gamma 0 or more
 */
public record Focal(double gamma) implements Loss {
    /** As the paper has it. */
    public Focal() {
        this(LossSettings.FOCAL_GAMMA.defaultValue());
    }

    @Override
    public String name() {
        return "focal";
    }

    @Override
    public String help() {
        return "is cross_entropy that counts what is sure already less, for rare classes";
    }

    @Override
    public String inWords() {
        return " with a gamma of " + Option.brief(gamma);
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LossSettings.FOCAL_GAMMA);
    }

    @Override
    public Focal with(Configuration configuration) {
        return new Focal(configuration.find(LossSettings.FOCAL_GAMMA).orElse(gamma));
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
        return LossOperations.focal(outputs, targets, gamma);
    }

    @Override
    public Readout readout(Task.Kind task) {
        return Readout.SOFTMAX;
    }

    @Override
    public Optional<String> torch(Task.Kind task) {
        return Optional.of("((1 - outputs.softmax(-1)) ** " + gamma
                + " * -outputs.log_softmax(-1)).gather(1, targets.unsqueeze(1)).mean()");
    }
}
