package dev.sweetspot.space;

import dev.sweetspot.space.Relations.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the relations about one parameter alone leave of it: a part of its range, some of its choices. Such relations are
 * how a range is narrowed and a choice is retired without forgetting the values; draws come from what is left as if it
 * had been declared so, however little that is.
 */
final class Open {
    /** More values than these are narrowed to an interval only; the relations themselves are looked at as ever. */
    private static final long MOST_LISTED = 20_000;

    private Open() {}

    /** The names that a relation is about. */
    static Set<String> names(Relation relation) {
        return relation instanceof Relation.Linear linear
                ? linear.factors().keySet()
                : ((Relation.Forbidden) relation).labels().keySet();
    }

    /** Whether a relation is about one parameter alone. */
    static boolean single(Relation relation) {
        return names(relation).size() == 1;
    }

    /** The relations about that parameter alone. */
    static List<Relation> about(String name, List<Relation> relations) {
        return relations.stream()
                .filter(relation -> names(relation).equals(Set.of(name)))
                .toList();
    }

    /** The axis of what is left; the whole one where nothing is left, so that the relations tell. */
    static Axis<Object> axis(Parameter<?> parameter, Axis<Object> whole, List<Relation> about) {
        if (about.isEmpty()) {
            return whole;
        }
        long size = whole.size().orElse(Long.MAX_VALUE);
        if (size <= MOST_LISTED) {
            var left = new ArrayList<Object>();
            for (long k = 0; k < size; k++) {
                var value = whole.at(k);
                if (keeps(parameter, value, about)) {
                    left.add(value);
                }
            }
            return left.isEmpty() || left.size() == size ? whole : new Picked<>(whole, left);
        }
        return interval(parameter, about).isEmpty() ? whole : narrowed(parameter, interval(parameter, about));
    }

    static boolean keeps(Parameter<?> parameter, Object value, List<Relation> about) {
        return about.stream().allMatch(relation -> Relations.keeps(relation, Map.of(parameter.name(), value)));
    }

    /** The interval that is left of a range, both ends on its grid. */
    static Interval interval(Parameter<?> parameter, List<Relation> about) {
        boolean real = parameter instanceof RealParameter;
        double low = real ? ((RealParameter) parameter).low() : ((IntegerParameter) parameter).low();
        double high = real ? ((RealParameter) parameter).high() : ((IntegerParameter) parameter).high();
        double from = low;
        double to = high;
        for (var relation : about) {
            if (relation instanceof Relation.Linear linear) {
                double factor = linear.factor(parameter.name());
                double bound = linear.bound() / factor;
                boolean most = linear.comparison() != Relation.Comparison.AT_LEAST;
                boolean least = linear.comparison() != Relation.Comparison.AT_MOST;
                if (factor > 0 ? most : least) {
                    to = Math.min(to, bound);
                }
                if (factor > 0 ? least : most) {
                    from = Math.max(from, bound);
                }
            }
        }
        double step = real ? ((RealParameter) parameter).step().orElse(0) : ((IntegerParameter) parameter).step();
        if (step == 0) {
            return new Interval(from, to);
        }
        double first = Math.ceil((from - low) / step - 1e-9);
        double last = Math.floor((to - low) / step + 1e-9);
        return new Interval(onGrid(parameter, low + first * step), onGrid(parameter, low + last * step));
    }

    private static double onGrid(Parameter<?> parameter, double value) {
        return parameter instanceof RealParameter real
                ? Ranges.onGrid(value, real.low(), real.high(), real.step())
                : value;
    }

    @SuppressWarnings("unchecked") // the axis of the same type of values
    private static Axis<Object> narrowed(Parameter<?> parameter, Interval left) {
        if (parameter instanceof RealParameter real) {
            boolean one = left.low() == left.high();
            var part = new RealParameter(
                    real.name(),
                    left.low(),
                    left.high(),
                    real.scale(),
                    one ? OptionalDouble.empty() : real.step(),
                    left.low(),
                    real.about());
            return (Axis<Object>) (Axis<?>) new Axis.Continuous(part);
        }
        var whole = (IntegerParameter) parameter;
        int low = (int) left.low();
        int high = (int) left.high();
        int step = Math.max(1, Math.min(whole.step(), high - low));
        return (Axis<Object>) (Axis<?>)
                new Axis.Whole(new IntegerParameter(whole.name(), low, high, whole.scale(), step, low, whole.about()));
    }

    /** "1e-05 to 1", "a, b or c". */
    static String inWords(Parameter<?> parameter, List<Relation> about) {
        if (parameter instanceof RealParameter || parameter instanceof IntegerParameter) {
            var forbidden = about.stream()
                    .filter(Relation.Forbidden.class::isInstance)
                    .flatMap(relation -> ((Relation.Forbidden) relation).labels().values().stream())
                    .toList();
            var left = interval(parameter, about);
            var words = left.low() == left.high()
                    ? "only " + Numbers.plain(left.low())
                    : Numbers.plain(left.low()) + " to " + Numbers.plain(left.high());
            return words + (forbidden.isEmpty() ? "" : " without " + String.join(", ", forbidden));
        }
        var left = new ArrayList<Choice<Object>>();
        var axis = Axis.of(parameter);
        for (long k = 0; k < axis.size().orElse(0); k++) {
            if (keeps(parameter, axis.at(k), about)) {
                left.add(Choice.of(axis.at(k)));
            }
        }
        return left.isEmpty() ? "nothing" : (left.size() == 1 ? "only " : "") + Choices.inWords(left);
    }
}
