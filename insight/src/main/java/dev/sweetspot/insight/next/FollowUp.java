package dev.sweetspot.insight.next;

import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.health.NoEffect;
import dev.sweetspot.insight.health.RangeTooTight;
import dev.sweetspot.space.ChangeForms;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Scale;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceChange;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The space of the search that should follow: wider where the best trials lie at the end of a range, narrower where all good ones
 * lie in a part of it, and fixed where a parameter makes no difference.
 *
 * @param suggestions one a parameter that should change, in the order of the space; empty where nothing should
 * @param space the space after all of them, with every earlier value still in its place
 */
public record FollowUp(List<Suggestion> suggestions, SearchSpace space) {
    private static final int FEWEST = 30;
    private static final double GOOD = 0.1;
    private static final int FEWEST_GOOD = 8;
    /** Around the good ones, as a share of the range. */
    private static final double MARGIN = 0.1;
    /** A part that is not at most so wide is no reason to change anything. */
    private static final double WORTHWHILE = 0.5;
    /** By so much of its length a range grows. */
    private static final double GROWTH = 0.5;

    /** Keeps a copy. */
    public FollowUp {
        suggestions = List.copyOf(suggestions);
    }

    /** That of a study; without suggestions while fewer than 30 trials ran to their end. */
    public static FollowUp of(Studied studied) {
        var objective = studied.spec().objectives().get(0);
        var trials = studied.history()
                .completed()
                .filter(trial -> Double.isFinite(trial.value(objective.name()).orElse(Double.NaN)))
                .sorted(Comparator.comparingDouble(
                        trial -> objective.loss(trial.value(objective.name()).orElseThrow())))
                .toList();
        if (trials.size() < FEWEST) {
            return new FollowUp(List.of(), studied.space());
        }
        Map<String, RangeTooTight.Edge> edges = new HashMap<>();
        RangeTooTight.edges(studied).forEach(edge -> edges.put(edge.parameter(), edge));
        var idle = NoEffect.parameters(studied);
        var suggestions = new ArrayList<Suggestion>();
        for (var parameter : Openness.open(studied)) {
            var edge = Optional.ofNullable(edges.get(parameter.name()));
            var suggestion = edge.flatMap(found -> widened(parameter, found))
                    .or(() -> idle.contains(parameter.name())
                            ? fixed(parameter, trials.get(0))
                            : edge.isPresent() ? Optional.empty() : narrowed(studied, parameter, trials));
            suggestion.ifPresent(suggestions::add);
        }
        return new FollowUp(suggestions, after(studied.space(), suggestions));
    }

    private static SearchSpace after(SearchSpace space, List<Suggestion> suggestions) {
        return suggestions.isEmpty()
                ? space
                : SpaceChange.of(
                                space,
                                suggestions.stream()
                                        .map(each -> ChangeForms.fromText(space, each.parameter(), each.range()))
                                        .toList())
                        .space();
    }

    /** As sentences that people read. */
    public List<String> inWords() {
        return suggestions.isEmpty()
                ? List.of("The ranges can stay as they are.")
                : suggestions.stream()
                        .map(each -> each.change() + ": " + each.reason())
                        .toList();
    }

    private static Optional<Suggestion> fixed(Parameter<?> parameter, Trial best) {
        return Optional.ofNullable(best.configuration().values().get(parameter.name()))
                .map(value -> new Suggestion(
                        parameter.name(),
                        Suggestion.Kind.FIX,
                        label(parameter, value),
                        "it makes no difference; this is the best trial's."));
    }

    private static <T> String label(Parameter<T> parameter, Object value) {
        return parameter.label(parameter.check(value));
    }

    private static Optional<Suggestion> widened(Parameter<?> parameter, RangeTooTight.Edge edge) {
        boolean low = edge.end() == RangeTooTight.End.LOW;
        String range;
        if (parameter instanceof RealParameter real) {
            boolean factors = real.scale() == Scale.LOGARITHMIC;
            double by = factors ? Math.pow(real.high() / real.low(), GROWTH) : GROWTH * (real.high() - real.low());
            double from = low ? (factors ? real.low() / by : real.low() - by) : real.low();
            double to = low ? real.high() : factors ? real.high() * by : real.high() + by;
            if (real.scale() != Scale.LINEAR && !factors) {
                return Optional.empty();
            }
            // A range that begins at 0 does so for a reason: there is no dropout below it.
            from = real.low() >= 0 ? Math.max(from, 0) : from;
            if (from == real.low() && to == real.high()) {
                return Optional.empty();
            }
            range = number(from) + ".." + number(to);
        } else if (parameter instanceof IntegerParameter whole) {
            long by = Math.max(1, Math.round(GROWTH * ((double) whole.high() - whole.low())));
            long from = low
                    ? Math.max(whole.low() > 0 ? 1 : whole.low() == 0 ? 0 : Integer.MIN_VALUE, whole.low() - by)
                    : whole.low();
            long to = low ? whole.high() : Math.min(Integer.MAX_VALUE, whole.high() + by);
            from = whole.low() - (whole.low() - from) / whole.step() * whole.step();
            if (from == whole.low() && to == whole.high()) {
                return Optional.empty();
            }
            range = from + ".." + to;
        } else {
            return Optional.empty();
        }
        return Optional.of(new Suggestion(
                parameter.name(),
                Suggestion.Kind.WIDEN,
                range,
                edge.best() + " of the best " + edge.of() + " trials lie at the " + (low ? "lower" : "upper")
                        + " end."));
    }

    /** To where the best tenth lies, with something around it. */
    private static Optional<Suggestion> narrowed(Studied studied, Parameter<?> parameter, List<Trial> trials) {
        if (!(parameter instanceof RealParameter real && real.step().isEmpty() && real.high() > real.low())) {
            return Optional.empty();
        }
        int column = studied.space().parameters().indexOf(parameter);
        var encoding = Encoding.of(studied.space());
        var places = trials.stream()
                .mapToDouble(trial -> encoding.encode(trial.configuration())[column])
                .filter(place -> !Double.isNaN(place))
                .limit(Math.max(FEWEST_GOOD, Math.round(GOOD * trials.size())))
                .toArray();
        if (places.length < FEWEST_GOOD) {
            return Optional.empty();
        }
        double from = Math.max(0, Arrays.stream(places).min().orElseThrow() - MARGIN);
        double to = Math.min(1, Arrays.stream(places).max().orElseThrow() + MARGIN);
        if (to - from > WORTHWHILE) {
            return Optional.empty();
        }
        return Optional.of(new Suggestion(
                parameter.name(),
                Suggestion.Kind.NARROW,
                number(value(real, from)) + ".." + number(value(real, to)),
                "the best " + places.length + " trials all lie there."));
    }

    private static double value(RealParameter real, double place) {
        return Encoding.of(SearchSpace.of(real))
                .decode(new double[] {place})
                .orElseThrow()
                .get(real);
    }

    private static String number(double value) {
        return Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.3g", value)));
    }
}
