package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One parameter with all values that it had or is to have, and the relations that forbid those that it is to have no
 * more.
 */
record Growth(Parameter<?> parameter, List<Relation> relations) {
    /** More gaps than these in a range of whole numbers are refused: each is a relation. */
    private static final int MOST_GAPS = 200;

    /**
     * @param old as it is, with what it may have no more
     * @param wanted what it is to have from now on
     */
    static Growth of(Parameter<?> old, Parameter<?> wanted) {
        if (old instanceof RealParameter real && wanted instanceof RealParameter range) {
            return real(real, range);
        }
        if (old instanceof IntegerParameter whole && wanted instanceof IntegerParameter range) {
            return whole(whole, range);
        }
        if (old instanceof IntegerParameter whole && wanted instanceof OrdinalParameter<?> listed) {
            return listed(whole, listed);
        }
        if (old instanceof OrdinalParameter<?> ordinal && wanted instanceof OrdinalParameter<?> choices) {
            return ordinal(ordinal, choices);
        }
        if (old instanceof BooleanParameter truth && !choices(wanted).isEmpty()) {
            return truth(truth, choices(wanted));
        }
        if (old instanceof CategoricalParameter<?> categorical
                && (wanted instanceof CategoricalParameter<?> || wanted instanceof BooleanParameter)) {
            return categorical(categorical, choices(wanted));
        }
        throw new InvalidInputException(
                old.name(),
                wanted.rangeInWords(),
                "must stay of its kind, because earlier trials have values of it: it is " + old.rangeInWords(),
                "another parameter?");
    }

    private static Growth real(RealParameter old, RealParameter range) {
        requireScale(old, old.scale(), range.scale());
        if (range.step().isPresent() && !range.step().equals(old.step())) {
            throw otherGrid(
                    old,
                    range.step().getAsDouble(),
                    old.step().isPresent() ? old.step().getAsDouble() : 0);
        }
        double low = Math.min(old.low(), range.low());
        double high = Math.max(old.high(), range.high());
        old.step().ifPresent(step -> {
            var steps = new BigDecimal(Double.toString(old.low())).subtract(new BigDecimal(Double.toString(low)));
            requireOnGrid(
                    old,
                    low,
                    steps.remainder(new BigDecimal(Double.toString(step))).signum() == 0,
                    step);
        });
        var relations = bounds(old.name(), low, high, range.low(), range.high());
        var grown = new RealParameter(old.name(), low, high, old.scale(), old.step(), low, old.about());
        var left = Open.interval(grown, relations);
        if (!(left.low() <= left.high())) {
            throw otherGrid(old, range.low(), old.step().orElse(0));
        }
        double value = Ranges.clamp(old.defaultValue(), left.low(), left.high());
        return new Growth(
                new RealParameter(old.name(), low, high, old.scale(), old.step(), value, old.about()), relations);
    }

    private static Growth whole(IntegerParameter old, IntegerParameter range) {
        requireScale(old, old.scale(), range.scale());
        if (range.step() != 1 && range.step() != old.step()) {
            throw otherGrid(old, range.step(), old.step());
        }
        int low = Math.min(old.low(), range.low());
        int high = Math.max(old.high(), range.high());
        requireOnGrid(old, low, ((long) old.low() - low) % old.step() == 0, old.step());
        return grown(old, low, high, bounds(old.name(), low, high, range.low(), range.high()));
    }

    private static Growth grown(IntegerParameter old, int low, int high, List<Relation> relations) {
        var grown = new IntegerParameter(old.name(), low, high, old.scale(), old.step(), low, old.about());
        var left = Open.interval(grown, relations);
        if (!(left.low() <= left.high())) {
            throw otherGrid(old, left.low(), old.step());
        }
        int value = (int) Ranges.clamp(old.defaultValue(), left.low(), left.high());
        return new Growth(
                new IntegerParameter(old.name(), low, high, old.scale(), old.step(), value, old.about()), relations);
    }

    /** A few whole numbers: a range with gaps. */
    private static Growth listed(IntegerParameter old, OrdinalParameter<?> listed) {
        var numbers = new ArrayList<Integer>();
        for (var choice : listed.choices()) {
            double number = Ranges.number(old.name(), choice.value(), "", old.defaultValue());
            boolean onGrid = number == (int) number && ((long) number - old.low()) % old.step() == 0;
            requireOnGrid(old, number, onGrid, old.step());
            numbers.add((int) number);
        }
        numbers.sort(null);
        int from = numbers.get(0);
        int to = numbers.get(numbers.size() - 1);
        int low = Math.min(old.low(), from);
        int high = Math.max(old.high(), to);
        if (((long) to - from) / old.step() + 1 - numbers.size() > MOST_GAPS) {
            throw new InvalidInputException(
                    old.name(), listed.rangeInWords(), "has more than " + MOST_GAPS + " gaps", from + ".." + to + "?");
        }
        var relations = new ArrayList<>(bounds(old.name(), low, high, from, to));
        for (long number = from; number < to; number += old.step()) {
            if (!numbers.contains((int) number)) {
                relations.add(new Relation.Forbidden(Map.of(old.name(), Long.toString(number))));
            }
        }
        var grown = grown(old, low, high, relations).parameter();
        var standard = numbers.contains(((IntegerParameter) grown).defaultValue())
                ? ((IntegerParameter) grown).defaultValue()
                : numbers.get(0);
        return new Growth(((IntegerParameter) grown).withDefault(standard), relations);
    }

    private static Growth truth(BooleanParameter old, List<Object> wanted) {
        var allowed = new ArrayList<Boolean>();
        wanted.forEach(value -> allowed.add(old.check(value)));
        var relations = retired(old.name(), List.of(false, true), allowed);
        boolean value = allowed.contains(old.defaultValue()) ? old.defaultValue() : allowed.get(0);
        return new Growth(new BooleanParameter(old.name(), value, old.about()), relations);
    }

    private static <T> Growth categorical(CategoricalParameter<T> old, List<Object> wanted) {
        var values = new ArrayList<Object>();
        old.choices().forEach(choice -> values.add(choice.value()));
        var allowed = Values.alike(old.name(), values, wanted);
        for (var value : allowed) {
            if (!values.contains(value)) {
                values.add(value);
            }
        }
        var standard = allowed.contains(old.defaultValue()) ? old.defaultValue() : allowed.get(0);
        return new Growth(
                CategoricalParameter.of(old.name(), values)
                        .withDefault(standard)
                        .with(old.about()),
                retired(old.name(), values, allowed));
    }

    private static <T> Growth ordinal(OrdinalParameter<T> old, OrdinalParameter<?> wanted) {
        var values = new ArrayList<Object>();
        old.choices().forEach(choice -> values.add(choice.value()));
        var allowed = Values.alike(old.name(), values, choices(wanted));
        var merged = Values.merged(old.name(), values, allowed);
        var standard = allowed.contains(old.defaultValue()) ? old.defaultValue() : allowed.get(0);
        return new Growth(
                OrdinalParameter.of(old.name(), merged).withDefault(standard).with(old.about()),
                retired(old.name(), merged, allowed));
    }

    private static List<Object> choices(Parameter<?> parameter) {
        if (parameter instanceof ListedParameter<?> listed) {
            return List.copyOf(listed.choices().stream().map(Choice::value).toList());
        }
        return parameter instanceof BooleanParameter ? List.of(false, true) : List.of();
    }

    private static List<Relation> retired(String name, List<?> all, List<?> allowed) {
        var relations = new ArrayList<Relation>();
        for (var value : all) {
            if (!allowed.contains(value)) {
                relations.add(
                        new Relation.Forbidden(Map.of(name, Choice.of(value).label())));
            }
        }
        return relations;
    }

    private static List<Relation> bounds(String name, double low, double high, double from, double to) {
        var relations = new ArrayList<Relation>();
        if (from > low) {
            relations.add(new Relation.Linear(Map.of(name, 1.0), Relation.Comparison.AT_LEAST, from));
        }
        if (to < high) {
            relations.add(new Relation.Linear(Map.of(name, 1.0), Relation.Comparison.AT_MOST, to));
        }
        return relations;
    }

    private static void requireScale(Parameter<?> old, Scale was, Scale wanted) {
        if (was != wanted) {
            throw new InvalidInputException(
                    old.name() + " scale", wanted.word(), "must stay as it is: " + was.word(), was.word() + "?");
        }
    }

    private static void requireOnGrid(Parameter<?> old, double value, boolean onGrid, double step) {
        if (!onGrid) {
            throw otherGrid(old, value, step);
        }
    }

    private static InvalidInputException otherGrid(Parameter<?> old, double value, double step) {
        return new InvalidInputException(
                old.name(),
                Numbers.plain(value),
                step == 0
                        ? "must not put a grid on values that have none"
                        : "must lie on the grid of earlier values, " + old.rangeInWords(),
                step == 0 ? "no step?" : "a whole number of steps of " + Numbers.plain(step) + " aside?");
    }
}
