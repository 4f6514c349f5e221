package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.deep.option.Option;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;

/**
 * Falls to a part of itself whenever nothing has got better for some epochs, as Keras and PyTorch do it: an epoch is better when
 * its loss is below the best by more than a ten-thousandth of it; after a fall the counting begins anew.
 *
 * @param drop what is left after each fall, from above 0 to below 1
 * @param patience epochs without anything better before a fall, at least 1
 */
public record Plateau(double drop, int patience) implements Schedule {
    /** As usual. */
    public Plateau() {
        this(Courses.DROP.defaultValue(), Courses.PATIENCE.defaultValue());
    }

    @Override
    public String name() {
        return "plateau";
    }

    @Override
    public String help() {
        return "lets it fall to a part of itself whenever the validation part has not got better for some epochs";
    }

    @Override
    public String inWords() {
        return "falls to " + Option.brief(drop) + " of itself whenever the validation loss has not got better for "
                + patience + (patience == 1 ? " epoch" : " epochs");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Courses.DROP, Courses.PATIENCE);
    }

    @Override
    public Plateau with(Configuration configuration) {
        return new Plateau(
                configuration.find(Courses.DROP).orElse(drop),
                configuration.find(Courses.PATIENCE).orElse(patience));
    }

    private static final double LEAST = 1e-4;

    @Override
    public boolean followsLosses() {
        return true;
    }

    @Override
    public double factor(double progress, List<Double> losses) {
        double best = Double.POSITIVE_INFINITY;
        double factor = 1;
        int waited = 0;
        for (double loss : losses) {
            waited++;
            if (Double.isInfinite(best) ? loss < best : loss < best - LEAST * Math.abs(best)) {
                best = loss;
                waited = 0;
            } else if (waited >= patience) {
                factor *= drop;
                waited = 0;
            }
        }
        return factor;
    }
}
