package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.deep.option.Option;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Falls to a part of itself at equal distances: {@code drop^floor(p / every)}.
 *
 * @param drop what is left after each fall, from above 0 to below 1
 * @param every the share of the training between two falls
 */
public record Step(double drop, double every) implements Schedule {
    /** Two falls to a tenth. */
    public Step() {
        this(Courses.DROP.defaultValue(), Courses.EVERY.defaultValue());
    }

    @Override
    public String name() {
        return "step";
    }

    @Override
    public String help() {
        return "lets it fall to a part of itself every so often";
    }

    @Override
    public String inWords() {
        return "falls to " + Option.brief(drop) + " of itself " + (int) Math.ceil(1 / every - 1 - 1e-9) + " times";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Courses.DROP, Courses.EVERY);
    }

    @Override
    public Step with(Configuration configuration) {
        return new Step(
                configuration.find(Courses.DROP).orElse(drop),
                configuration.find(Courses.EVERY).orElse(every));
    }

    @Override
    public double factor(double progress, List<Double> losses) {
        // The slack keeps a fall at a third of the training from being missed by rounding.
        return Math.pow(drop, Math.floor(progress / every + 1e-9));
    }

    @Override
    public Optional<String> python() {
        return Optional.of(drop + " ** math.floor(p / " + every + " + 1e-9)");
    }
}
