package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.deep.option.Option;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Falls as one over time: {@code 1 / (1 + p (1 / e - 1))}, which is e at the end.
 *
 * @param end e, what is left at the end
 */
public record InverseTime(double end) implements Schedule {
    /** As usual. */
    public InverseTime() {
        this(Courses.END.defaultValue());
    }

    @Override
    public String name() {
        return "inverse_time";
    }

    @Override
    public String help() {
        return "lets it fall quickly at first and ever more slowly";
    }

    @Override
    public String inWords() {
        return "falls as one over time, to " + Option.brief(end) + " of itself";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Courses.END);
    }

    @Override
    public InverseTime with(Configuration configuration) {
        return new InverseTime(configuration.find(Courses.END).orElse(end));
    }

    @Override
    public double factor(double progress, List<Double> losses) {
        return 1 / (1 + progress * (1 / end - 1));
    }

    @Override
    public Optional<String> python() {
        return Optional.of("1 / (1 + p * (1 / " + end + " - 1))");
    }
}
