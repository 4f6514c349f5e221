package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * One cycle (Smith and Topin 2019, with the cosines of fast.ai): from 1/25 up to 1 during the rise, then down to 1/250,000. The
 * momentum stays as it is.
 *
 * @param rise the share in which it rises, from above 0 to below 1
 */
public record OneCycle(double rise) implements Schedule {
    /** As usual. */
    public OneCycle() {
        this(Courses.RISE.defaultValue());
    }

    @Override
    public String name() {
        return "one_cycle";
    }

    @Override
    public String help() {
        return "lets it rise from a twenty-fifth and fall to nothing";
    }

    @Override
    public String inWords() {
        return "rises from a twenty-fifth during " + Math.round(rise * 100) + " % of the training and falls to nothing";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Courses.RISE);
    }

    @Override
    public OneCycle with(Configuration configuration) {
        return new OneCycle(configuration.find(Courses.RISE).orElse(rise));
    }

    private static final double FIRST = 1.0 / 25;
    private static final double LAST = FIRST / 10_000;

    private static double between(double from, double to, double share) {
        return to + (from - to) / 2 * (1 + Math.cos(Math.PI * share));
    }

    @Override
    public double factor(double progress, List<Double> losses) {
        if (progress < rise) {
            return between(FIRST, 1, progress / rise);
        }
        return between(1, LAST, (progress - rise) / (1 - rise));
    }

    @Override
    public Optional<String> python() {
        return Optional.of(
                "0.52 - 0.48 * math.cos(math.pi * p / %s) if p < %s else 4e-06 + 0.499998 * (1 + math.cos(math.pi * (p - %s) / (1 - %s)))"
                        .formatted(rise, rise, rise, rise));
    }
}
