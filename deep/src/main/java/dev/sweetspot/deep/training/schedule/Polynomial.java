package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.deep.option.Option;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Falls as a power: {@code e + (1 - e) (1 - p)^power}.
 *
 * @param power 1 is a straight line, larger ones fall early
 * @param end e, what is left at the end
 */
public record Polynomial(double power, double end) implements Schedule {
    /** As usual. */
    public Polynomial() {
        this(Courses.POWER.defaultValue(), Courses.END.defaultValue());
    }

    @Override
    public String name() {
        return "polynomial";
    }

    @Override
    public String help() {
        return "lets it fall along a power, which is a straight line where that is 1";
    }

    @Override
    public String inWords() {
        return "falls to " + Option.brief(end) + " of itself"
                + (power == 1 ? " along a line" : " along a power of " + Option.brief(power));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Courses.POWER, Courses.END);
    }

    @Override
    public Polynomial with(Configuration configuration) {
        return new Polynomial(
                configuration.find(Courses.POWER).orElse(power),
                configuration.find(Courses.END).orElse(end));
    }

    @Override
    public double factor(double progress, List<Double> losses) {
        return end + (1 - end) * Math.pow(1 - progress, power);
    }

    @Override
    public Optional<String> python() {
        return Optional.of(end + " + (1 - " + end + ") * (1 - p) ** " + power);
    }
}
