package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Half cosines from 1 to 0, one behind the other (Loshchilov and Hutter 2017), each as long as the others.
 *
 * @param restarts how often it begins anew, at least 1
 */
public record CosineRestarts(int restarts) implements Schedule {
    /** As usual. */
    public CosineRestarts() {
        this(Courses.RESTARTS.defaultValue());
    }

    @Override
    public String name() {
        return "cosine_restarts";
    }

    @Override
    public String help() {
        return "lets it fall smoothly to 0 and begin anew several times";
    }

    @Override
    public String inWords() {
        return "falls smoothly to 0, " + (restarts + 1) + " times";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Courses.RESTARTS);
    }

    @Override
    public CosineRestarts with(Configuration configuration) {
        return new CosineRestarts(configuration.find(Courses.RESTARTS).orElse(restarts));
    }

    @Override
    public double factor(double progress, List<Double> losses) {
        double part = progress * (restarts + 1);
        double within = progress >= 1 ? 1 : part - Math.floor(part);
        return 0.5 * (1 + Math.cos(Math.PI * within));
    }

    @Override
    public Optional<String> python() {
        return Optional.of("0.5 * (1 + math.cos(math.pi * (1 if p >= 1 else p * " + (restarts + 1) + " % 1)))");
    }
}
