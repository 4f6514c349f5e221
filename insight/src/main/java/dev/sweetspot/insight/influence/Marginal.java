package dev.sweetspot.insight.influence;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.importance.Landscape;
import dev.sweetspot.insight.importance.MainEffect;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a number of a study is as a function of one parameter: the mean over all other parameters, where this one is active,
 * and a band of 95 % around it. Where hardly any trials are, the band is wide. Immutable.
 *
 * <p>It is an average: near a good configuration the parameter may do something else.
 */
public final class Marginal {
    private static final double NORMAL_95 = 1.96;
    /** Trials no further away than this on the coordinate tell of a place. */
    private static final double NEAR = 0.05;

    private final Parameter<?> parameter;
    private final Aspect aspect;
    private final MainEffect effect;
    private final List<Part> parts;
    private final double[] extra;

    /**
     * A part of the range, or one of several values, in which the value is taken to be the same.
     *
     * @param from where it begins, as a coordinate of {@link Encoding} from 0 to 1
     * @param to where it ends
     * @param value of the parameter in the middle of it
     * @param label that value as people write it
     * @param mean of the number
     * @param low where the band begins
     * @param high where it ends
     * @param configurations how many different ones were tried there or near by
     */
    public record Part(
            double from,
            double to,
            Object value,
            String label,
            double mean,
            double low,
            double high,
            int configurations) {}

    private Marginal(Parameter<?> parameter, Aspect aspect, MainEffect effect, List<Part> parts, double[] extra) {
        this.parameter = parameter;
        this.aspect = aspect;
        this.effect = effect;
        this.parts = List.copyOf(parts);
        this.extra = extra;
    }

    /** That of a parameter of a study; empty when there are too few trials to say. */
    public static Optional<Marginal> of(Studied studied, Aspect aspect, Parameter<?> parameter) {
        return of(Landscape.of(studied, aspect), parameter);
    }

    /** The same of what was learnt already. */
    public static Optional<Marginal> of(Landscape landscape, Parameter<?> parameter) {
        return landscape.effect(parameter.name()).map(effect -> of(landscape, parameter, effect));
    }

    private static Marginal of(Landscape landscape, Parameter<?> parameter, MainEffect effect) {
        var sample = landscape.sample();
        int column = sample.space().parameters().stream()
                .map(Parameter::name)
                .toList()
                .indexOf(parameter.name());
        double mean = 0;
        double squares = 0;
        for (double value : sample.values()) {
            mean += value / sample.size();
        }
        for (double value : sample.values()) {
            squares += (value - mean) * (value - mean) / sample.size();
        }
        double left = squares * Math.max(0, Math.min(1, 1 - landscape.foretold()));
        var encoding = Encoding.of(SearchSpace.of(parameter));
        var parts = new ArrayList<Part>();
        var extra = new double[effect.parts()];
        for (int part = 0; part < extra.length; part++) {
            double middle = (effect.low(part) + effect.high(part)) / 2;
            double reach = effect.named() ? 0 : NEAR;
            int near = 0;
            for (var point : sample.points()) {
                near += point[column] >= effect.low(part) - reach && point[column] <= effect.high(part) + reach ? 1 : 0;
            }
            extra[part] = near == 0 ? squares : left / (near + 1);
            Object value = value(parameter, encoding, middle);
            double band = NORMAL_95 * Math.sqrt(variance(effect, part) + extra[part]);
            double here = effect.value(part);
            parts.add(new Part(
                    effect.low(part),
                    effect.high(part),
                    value,
                    Words.value(parameter, value),
                    here,
                    here - band,
                    here + band,
                    near));
        }
        return new Marginal(parameter, landscape.aspect(), effect, parts, extra);
    }

    private static <T> T value(Parameter<T> parameter, Encoding encoding, double coordinate) {
        return encoding.decode(new double[] {coordinate}).orElseThrow().get(parameter);
    }

    private static double variance(MainEffect effect, int part) {
        double mean = 0;
        double squares = 0;
        int n = effect.resamples();
        for (int b = 0; b < n; b++) {
            mean += effect.value(part, b) / n;
        }
        for (int b = 0; b < n; b++) {
            squares += (effect.value(part, b) - mean) * (effect.value(part, b) - mean) / (n - 1);
        }
        return squares;
    }

    /** The parameter. */
    public Parameter<?> parameter() {
        return parameter;
    }

    /** The number. */
    public Aspect aspect() {
        return aspect;
    }

    /** The parts of the range in their order, or the values. */
    public List<Part> parts() {
        return parts;
    }

    /**
     * Whether the parameter is seen to do anything by itself: what it was learnt to do foretells configurations that were kept
     * from the model better than without it, by more than chance would in one of twenty studies, in any of their parameters.
     */
    public boolean seen() {
        return effect.seen();
    }

    /** The part with the best mean among those in which something was tried. */
    public int best() {
        int best = -1;
        for (int part = 0; part < parts.size(); part++) {
            boolean tried = parts.get(part).configurations() > 0;
            if (tried && (best < 0 || loss(part) < loss(best))) {
                best = part;
            }
        }
        return Math.max(0, best);
    }

    private double loss(int part) {
        return aspect.loss(parts.get(part).mean());
    }

    /** The part that holds a coordinate. */
    public int at(double coordinate) {
        return effect.part(coordinate);
    }

    /** What it costs to go from one part to another: above 0 where the other is worse. */
    public Difference cost(int from, int to) {
        if (from == to) {
            return new Difference(0, 0);
        }
        int n = effect.resamples();
        double mean = 0;
        double squares = 0;
        for (int b = 0; b < n; b++) {
            mean += (effect.value(to, b) - effect.value(from, b)) / n;
        }
        for (int b = 0; b < n; b++) {
            double other = effect.value(to, b) - effect.value(from, b) - mean;
            squares += other * other / (n - 1);
        }
        double difference = aspect.loss(effect.value(to)) - aspect.loss(effect.value(from));
        return new Difference(difference, NORMAL_95 * Math.sqrt(squares + extra[from] + extra[to]));
    }
}
