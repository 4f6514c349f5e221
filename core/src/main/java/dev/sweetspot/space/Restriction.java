package dev.sweetspot.space;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Makes a space smaller: fixes parameters, or searches only a part of their range. */
public final class Restriction {
    private Restriction() {}

    /**
     * The space with one parameter fixed; what can never be active then is dropped.
     *
     * @param whole the space whose parameter says which values there are
     * @param name of the parameter
     * @param value as a person writes it
     * @throws InvalidInputException with "did you mean" for a name that is not known, with the range for a wrong value
     */
    public static SearchSpace fix(SearchSpace space, SearchSpace whole, String name, String value) {
        return replace(space, fixed(require(whole, name), value));
    }

    /**
     * The space with another range or fewer choices for one parameter.
     *
     * @param range {@code low..high} for numbers, also those of a list, {@code a,b,c} for anything; behind {@code low..high}
     *     the word of another {@link Scale} may stand: {@code 0.001..0.1 linear}
     */
    public static SearchSpace search(SearchSpace space, SearchSpace whole, String name, String range) {
        var parameter = require(whole, name);
        int dots = range.indexOf("..");
        if (dots < 0) {
            return replace(space, choices(parameter, List.of(range.split(",", -1))));
        }
        var low = range.substring(0, dots);
        var ending = range.substring(dots + 2).strip().split("\\s+", 2);
        var high = ending[0];
        var scale = ending.length < 2 ? Optional.<Scale>empty() : Optional.of(scale(name, range, ending[1]));
        if (parameter instanceof RealParameter real) {
            double from = real.check(low);
            double to = real.check(high);
            double value = Ranges.clamp(real.defaultValue(), from, to);
            return replace(
                    space,
                    new RealParameter(
                            name,
                            from,
                            to,
                            scale.orElse(real.scale()),
                            stepWithin(real, to - from),
                            value,
                            real.about()));
        }
        if (parameter instanceof IntegerParameter integer) {
            int from = integer.check(low);
            int to = integer.check(high);
            int value = (int) Ranges.clamp(integer.defaultValue(), from, to);
            int step = Math.max(1, Math.min(integer.step(), to - from));
            return replace(
                    space,
                    new IntegerParameter(name, from, to, scale.orElse(integer.scale()), step, value, integer.about()));
        }
        return replace(space, choices(parameter, between(parameter, range, low, high)));
    }

    private static Scale scale(String name, String range, String word) {
        return Arrays.stream(Scale.values())
                .filter(scale -> scale.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        name,
                        range,
                        "must end with the upper end, or with the word of a scale: "
                                + Arrays.stream(Scale.values()).map(Scale::word).collect(Collectors.joining(", ")),
                        Scale.LOGARITHMIC.word() + "?"));
    }

    /** The choices that are numbers from low to high. */
    private static List<String> between(Parameter<?> parameter, String range, String low, String high) {
        try {
            double from = Double.parseDouble(low);
            double to = Double.parseDouble(high);
            var labels = parameter instanceof OrdinalParameter<?> ordinal
                    ? ordinal.choices().stream()
                            .filter(choice -> choice.value() instanceof Number number
                                    && number.doubleValue() >= from
                                    && number.doubleValue() <= to)
                            .map(Choice::label)
                            .toList()
                    : List.<String>of();
            if (!labels.isEmpty()) {
                return labels;
            }
        } catch (NumberFormatException words) {
            // Said below.
        }
        throw new InvalidInputException(
                parameter.name(), range, "must be a list of values", String.join(",", labels(parameter)) + "?");
    }

    /**
     * The part of a space that another one, written by a person, names: its ranges and relations, and all parameters that
     * it does not name fixed at their defaults.
     *
     * @param asked without conditions: those of the whole stay
     * @throws InvalidInputException when it names what is not there, or values that cannot be
     */
    public static SearchSpace only(SearchSpace whole, SearchSpace asked) {
        var result = whole;
        for (var dimension : asked.dimensions()) {
            var name = dimension.parameter().name();
            if (!dimension.conditions().isEmpty()) {
                throw new InvalidInputException(
                        name + " when",
                        dimension.conditions().get(0).inWords(),
                        "cannot be said here: when a parameter is there is settled",
                        "leave it out?");
            }
            result = replace(result, within(require(whole, name), dimension.parameter()));
        }
        for (var parameter : whole.parameters()) {
            if (asked.find(parameter.name()).isEmpty()
                    && result.find(parameter.name()).isPresent()) {
                result = replace(result, atDefault(parameter));
            }
        }
        for (var relation : asked.relations()) {
            result = result.with(relation);
        }
        return result;
    }

    private static <T> Parameter<?> atDefault(Parameter<T> parameter) {
        return fixed(parameter, parameter.label(parameter.defaultValue()));
    }

    private static <T> Parameter<?> within(Parameter<T> all, Parameter<?> asked) {
        if (all instanceof RealParameter real && asked instanceof RealParameter part) {
            real.check(part.low());
            real.check(part.high());
            return part.with(real.about());
        }
        if (all instanceof IntegerParameter whole && asked instanceof IntegerParameter part) {
            whole.check(part.low());
            whole.check(part.high());
            return part.with(whole.about());
        }
        var values = labels(asked);
        if (values.isEmpty()) {
            throw new InvalidInputException(
                    asked.name(), asked.rangeInWords(), "must be choices of " + all.rangeInWords(), "");
        }
        return choices(all, values);
    }

    /** The values of a parameter that has a few; empty for a range. */
    public static List<String> labels(Parameter<?> parameter) {
        if (parameter instanceof ListedParameter<?> listed) {
            return listed.choices().stream().map(Choice::label).toList();
        }
        return parameter instanceof BooleanParameter ? List.of("false", "true") : List.of();
    }

    private static OptionalDouble stepWithin(RealParameter real, double width) {
        return real.step().isPresent() && real.step().getAsDouble() <= width ? real.step() : OptionalDouble.empty();
    }

    /** The parameter of that name. */
    public static Parameter<?> require(SearchSpace space, String name) {
        return space.find(name).orElseThrow(() -> {
            var names = space.parameters().stream().map(Parameter::name).toList();
            return new InvalidInputException("parameter", name, "is not known", DidYouMean.maybe(name, names));
        });
    }

    private static <T> Parameter<?> fixed(Parameter<T> parameter, String value) {
        return choices(parameter, List.of(value));
    }

    private static <T> Parameter<?> choices(Parameter<T> parameter, List<String> values) {
        var allowed = new LinkedHashSet<T>();
        values.forEach(value -> allowed.add(parameter.check(value.trim())));
        var list = new ArrayList<>(allowed);
        T standard = allowed.contains(parameter.defaultValue()) ? parameter.defaultValue() : list.get(0);
        if (parameter instanceof RealParameter real && list.size() == 1) {
            double value = (Double) standard;
            return new RealParameter(
                    real.name(), value, value, real.scale(), OptionalDouble.empty(), value, real.about());
        }
        if (parameter instanceof IntegerParameter integer && list.size() == 1) {
            int value = (Integer) standard;
            return new IntegerParameter(integer.name(), value, value, integer.scale(), 1, value, integer.about());
        }
        if (parameter instanceof CategoricalParameter || parameter instanceof BooleanParameter) {
            return CategoricalParameter.of(parameter.name(), list)
                    .withDefault(standard)
                    .with(parameter.about());
        }
        return OrdinalParameter.of(parameter.name(), list).withDefault(standard).with(parameter.about());
    }

    /** The space with another parameter of the same name; what can never be active then is dropped. */
    private static SearchSpace replace(SearchSpace space, Parameter<?> parameter) {
        var result = SearchSpace.empty();
        for (var dimension : space.dimensions()) {
            boolean same = dimension.parameter().name().equals(parameter.name());
            var conditions = new ArrayList<Condition>();
            boolean possible = true;
            for (var condition : dimension.conditions()) {
                var left = new LinkedHashSet<String>();
                var parent = result.find(condition.parent());
                condition.labels().stream()
                        .filter(label -> parent.isPresent() && has(parent.get(), label))
                        .forEach(left::add);
                possible &= !left.isEmpty();
                if (possible) {
                    conditions.add(new Condition(condition.parent(), left));
                }
            }
            if (possible) {
                result = result.with(new SearchSpace.Dimension(same ? parameter : dimension.parameter(), conditions));
            }
        }
        for (var relation : space.relations()) {
            result = result.with(relation);
        }
        return result;
    }

    private static boolean has(Parameter<?> parameter, String label) {
        try {
            parameter.check(label);
            return true;
        } catch (InvalidInputException gone) {
            return false;
        }
    }
}
