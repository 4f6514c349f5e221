package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a person believes the good values of a parameter to lie. The search begins there and finds its own way when the
 * belief is wrong.
 *
 * @param parameter the name of a parameter of the space
 * @param value the value believed to be good, as the parameter takes it
 * @param spread how far from it good values may lie: the standard deviation as a share of the range on its scale, above 0
 *     and at most 1; of choices, the share of the probability that the others have together
 */
public record Belief(String parameter, Object value, double spread) {
    /** A tenth of the range: a factor of 3 for a learning rate between 1e-5 and 1. */
    public static final double USUAL_SPREAD = 0.1;

    /** Checks the range. */
    public Belief {
        if (!(spread > 0 && spread <= 1)) {
            throw new InvalidInputException(
                    "belief in " + parameter + ": spread", spread, "must be above 0 and at most 1", "0.1?");
        }
    }

    /** A belief of the usual strength. */
    public static Belief in(String parameter, Object value) {
        return new Belief(parameter, value, USUAL_SPREAD);
    }

    /**
     * The beliefs in a space that was changed: as wide as they were in the parameter's own units, though the range is
     * another, and without those in values that are not allowed any more.
     *
     * @param before the space that they were stated in
     */
    public static List<Belief> inSpace(List<Belief> beliefs, SearchSpace before, SearchSpace now) {
        var result = new ArrayList<Belief>();
        for (var belief : beliefs) {
            var was = before.find(belief.parameter());
            var is = now.find(belief.parameter());
            if (was.isPresent()
                    && is.isPresent()
                    && Open.keeps(is.get(), belief.value(), Open.about(belief.parameter(), now.relations()))) {
                result.add(new Belief(belief.parameter(), belief.value(), spread(belief, was.get(), is.get())));
            }
        }
        return result;
    }

    private static double spread(Belief belief, Parameter<?> was, Parameter<?> is) {
        if (!(was instanceof RealParameter || was instanceof IntegerParameter)) {
            return belief.spread();
        }
        var ends = was instanceof RealParameter real
                ? List.<Object>of(real.low(), real.high())
                : List.<Object>of(((IntegerParameter) was).low(), ((IntegerParameter) was).high());
        double width = Math.abs(place(is, ends.get(1)) - place(is, ends.get(0)));
        return width > 0 ? Math.min(1, belief.spread() * width) : belief.spread();
    }

    private static double place(Parameter<?> parameter, Object value) {
        return Encoding.of(SearchSpace.of(parameter)).encode(Configuration.of(Map.of(parameter.name(), value)))[0];
    }
}
