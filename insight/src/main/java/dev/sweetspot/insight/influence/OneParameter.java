package dev.sweetspot.insight.influence;

import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Scale;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sentences about one parameter. */
final class OneParameter {
    /** Good is what is no further from the best than this share of all that the parameter does. */
    private static final double GOOD = 0.25;

    private static final double ROUNDED = 1.1;
    private static final double USUAL_FACTOR = 3;
    private static final double USUAL_SHARE = 0.2;

    private final Marginal marginal;
    private final Amounts amounts;
    private final Parameter<?> parameter;
    private final List<Marginal.Part> parts;
    private final int best;

    OneParameter(Marginal marginal, Amounts amounts) {
        this.marginal = marginal;
        this.amounts = amounts;
        parameter = marginal.parameter();
        parts = marginal.parts();
        best = marginal.best();
    }

    private boolean words() {
        return parameter instanceof CategoricalParameter<?> || parameter instanceof BooleanParameter;
    }

    /** "learning rate: most important (61 %, 48-70 %). Good between 0.002 and 0.01; tripling it from the best costs ...". */
    String seen(String rank) {
        var said = words() ? ofWords() : ofNumbers();
        var text = Words.name(parameter.name()) + ": " + rank + ".";
        if (!said.isEmpty()) {
            var joined = String.join("; ", said);
            text += " " + Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + ".";
        }
        return text;
    }

    /** "dropout between 0 and 0.3: no difference seen; it is at most 0.4 points." */
    String unseen() {
        return range() + ": no difference seen; one of up to " + amounts.atMost(hidden()) + " would not have shown.";
    }

    /** No larger difference can have been overlooked, in units of the number. */
    double hidden() {
        return IntStream.range(0, parts.size())
                .filter(part -> parts.get(part).configurations() > 0)
                .mapToObj(part -> marginal.cost(best, part))
                .mapToDouble(cost -> Math.abs(cost.value()) + cost.reach())
                .max()
                .orElse(0);
    }

    /** "dropout between 0 and 0.3: too few configurations to say; it may account for up to 43 % of all differences." */
    String open(double share) {
        return range() + ": too few configurations to say; it may account for up to "
                + Words.percent(Math.min(1, Math.ceil(100 * share) / 100)) + " of all differences.";
    }

    private String range() {
        var name = Words.name(parameter.name());
        return words() ? name : name + " between " + end(true) + " and " + end(false);
    }

    private String end(boolean lower) {
        if (parameter instanceof RealParameter real) {
            return Words.value(real, lower ? real.low() : real.high());
        }
        return parts.get(lower ? 0 : parts.size() - 1).label();
    }

    private List<String> ofWords() {
        var worse = IntStream.range(0, parts.size())
                .filter(part -> part != best && parts.get(part).configurations() > 0)
                .filter(part -> surelyWorse(part))
                .boxed()
                .toList();
        if (worse.isEmpty()) {
            return List.of();
        }
        var said = new ArrayList<String>();
        var alike = IntStream.range(0, parts.size())
                .filter(part -> part != best && parts.get(part).configurations() > 0)
                .filter(part -> !worse.contains(part))
                .mapToObj(part -> parts.get(part).label())
                .collect(Collectors.joining(", "));
        said.add("best seen with " + parts.get(best).label()
                + (alike.isEmpty() ? "" : ", without a difference seen to " + alike));
        for (int part : worse) {
            said.add(parts.get(part).label() + " costs " + amounts.of(marginal.cost(best, part)));
        }
        return said;
    }

    private boolean surelyWorse(int part) {
        var cost = marginal.cost(best, part);
        // A little more than its interval: what is said of both is rounded.
        return cost.value() > ROUNDED * cost.reach();
    }

    private List<String> ofNumbers() {
        var said = new ArrayList<String>();
        good(said);
        change(said);
        boolean lowWorse = surelyWorse(0);
        boolean highWorse = surelyWorse(parts.size() - 1);
        if (lowWorse && highWorse) {
            said.add("at the edge of the range: no");
        } else if (best == 0 || best == parts.size() - 1) {
            said.add("the best seen is at the " + (best == 0 ? "lower" : "upper") + " edge of the range");
        }
        return said;
    }

    private void good(List<String> said) {
        double most = IntStream.range(0, parts.size())
                .filter(part -> parts.get(part).configurations() > 0)
                .mapToDouble(part -> marginal.cost(best, part).value())
                .max()
                .orElse(0);
        double limit = GOOD * most;
        int from = best;
        while (from > 0 && marginal.cost(best, from - 1).within(limit)) {
            from--;
        }
        int to = best;
        while (to < parts.size() - 1 && marginal.cost(best, to + 1).within(limit)) {
            to++;
        }
        if (from < to && (from > 0 || to < parts.size() - 1)) {
            said.add("good between " + parts.get(from).label() + " and "
                    + parts.get(to).label() + ", at most " + amounts.atMost(limit) + " from the best");
        }
    }

    /** What the change costs that people usually make, from the best; upwards and downwards. */
    private void change(List<String> said) {
        var costs = new ArrayList<String>();
        for (boolean upwards : new boolean[] {true, false}) {
            var to = changed(upwards);
            if (to.isPresent() && surelyWorse(to.getAsInt())) {
                costs.add(inWords(upwards)
                        + (costs.isEmpty() && !(parameter instanceof OrdinalParameter<?>) ? " from the best" : "")
                        + " costs " + amounts.of(marginal.cost(best, to.getAsInt())));
            }
        }
        said.addAll(costs);
    }

    private UsualChange usual() {
        return parameter.about().usualChange().orElseGet(() -> {
            if (parameter instanceof RealParameter real) {
                return real.scale() == Scale.LOGARITHMIC || real.scale() == Scale.LOGARITHMIC_FROM_ZERO
                        ? new UsualChange.Factor(USUAL_FACTOR)
                        : new UsualChange.Difference(USUAL_SHARE * (real.high() - real.low()));
            }
            if (parameter instanceof IntegerParameter whole) {
                return whole.scale() == Scale.LOGARITHMIC
                        ? new UsualChange.Factor(2)
                        : new UsualChange.Difference(
                                Math.max(1, Math.rint(USUAL_SHARE * ((double) whole.high() - whole.low()))));
            }
            return new UsualChange.Factor(2);
        });
    }

    private String inWords(boolean up) {
        if (usual() instanceof UsualChange.Factor factor && !(parameter instanceof OrdinalParameter<?>)) {
            return up ? Words.multiplying(factor.factor()) : Words.dividing(factor.factor());
        }
        if (parameter instanceof OrdinalParameter<?>) {
            return parts.get(up ? best + 1 : best - 1).label() + " instead of "
                    + parts.get(best).label();
        }
        var difference = (UsualChange.Difference) usual();
        return Words.number(difference.difference(), 3) + (up ? " more" : " less");
    }

    /** The part in which the changed value lies; empty where that is outside of the range. */
    private OptionalInt changed(boolean up) {
        if (parameter instanceof OrdinalParameter<?>) {
            int next = up ? best + 1 : best - 1;
            return next >= 0 && next < parts.size() ? OptionalInt.of(next) : OptionalInt.empty();
        }
        double value = ((Number) parts.get(best).value()).doubleValue();
        double other = usual() instanceof UsualChange.Factor factor
                ? (up ? value * factor.factor() : value / factor.factor())
                : value + (up ? 1 : -1) * ((UsualChange.Difference) usual()).difference();
        double low = parameter instanceof RealParameter real ? real.low() : ((IntegerParameter) parameter).low();
        double high = parameter instanceof RealParameter real ? real.high() : ((IntegerParameter) parameter).high();
        if (other < low || other > high) {
            return OptionalInt.empty();
        }
        Object checked = parameter instanceof IntegerParameter ? (Object) (int) Math.rint(other) : (Object) other;
        double at =
                Encoding.of(SearchSpace.of(parameter)).encode(Configuration.of(Map.of(parameter.name(), checked)))[0];
        return OptionalInt.of(marginal.at(at));
    }
}
