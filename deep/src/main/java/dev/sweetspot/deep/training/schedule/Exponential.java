package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.deep.option.Option;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Falls evenly in factors: {@code end^p}.
 *
 * @param end what is left at the end, above 0 and at most 1
 */
public record Exponential(double end) implements Schedule {
    /** As usual. */
    public Exponential() {
        this(Courses.END.defaultValue());
    }

    @Override
    public String name() {
        return "exponential";
    }

    @Override
    public String help() {
        return "lets it fall by the same factor in each epoch";
    }

    @Override
    public String inWords() {
        return "falls by the same factor in each epoch, to " + Option.brief(end) + " of itself";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Courses.END);
    }

    @Override
    public Exponential with(Configuration configuration) {
        return new Exponential(configuration.find(Courses.END).orElse(end));
    }

    @Override
    public double factor(double progress, List<Double> losses) {
        return Math.pow(end, progress);
    }

    @Override
    public Optional<String> python() {
        return Optional.of(end + " ** p");
    }
}
