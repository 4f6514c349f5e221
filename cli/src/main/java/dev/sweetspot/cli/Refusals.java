package dev.sweetspot.cli;

import dev.sweetspot.deep.space.Elsewhere;
import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.space.Senseless;
import dev.sweetspot.deep.space.TransferParameters;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Refuses, with the reason, what would be accepted and do nothing, wherever it was said: --set, --search or --space. */
final class Refusals {
    private Refusals() {}

    /**
     * Refuses a name that does not count for this data and this task, and values that make no sense there.
     *
     * @param whole all that can be set
     * @param written as people write it: {@code a}, {@code a,b} or {@code low..high}
     */
    static void require(SearchSpace whole, String name, String written) {
        var values = written.contains("..") || name.equals(TransferParameters.NAME)
                ? List.<String>of()
                : Arrays.stream(written.split(",", -1)).map(String::trim).toList();
        require(whole, name, written, values);
    }

    /** The same for a parameter of a file. */
    static void require(SearchSpace whole, Parameter<?> parameter) {
        require(whole, parameter.name(), parameter.rangeInWords(), Restriction.labels(parameter));
    }

    private static void require(SearchSpace whole, String name, String written, List<String> values) {
        Manual.taskOf(whole).ifPresent(task -> {
            Senseless.refuse(task, name, written);
            values.forEach(value -> Senseless.refuse(task, name, value));
        });
        if (whole.find(name).isEmpty()) {
            throw unknown(whole, name, written);
        }
        values.forEach(value -> requireValue(whole, name, value));
    }

    private static InvalidInputException unknown(SearchSpace whole, String name, String written) {
        if (TransferParameters.DEPENDENT.contains(name)) {
            return new InvalidInputException(
                    name,
                    written,
                    "counts only with " + TransferParameters.NAME + "=FILE",
                    "--set pretrained=FILE too?");
        }
        var where = Manual.kinds().stream()
                .filter(kind -> kind.find(name).isPresent())
                .toList();
        if (!where.isEmpty()) {
            return new InvalidInputException(name, written, "counts only for " + only(whole, where), "leave it out?");
        }
        if (Elsewhere.whyNotHere(name).isPresent()) {
            return new InvalidInputException(
                    name, written, Elsewhere.whyNotHere(name).get(), "leave it out?");
        }
        var names =
                new ArrayList<>(whole.parameters().stream().map(Parameter::name).toList());
        Apart.parameters().forEach(parameter -> names.add(parameter.name()));
        TransferParameters.explained().parameters().forEach(parameter -> names.add(parameter.name()));
        return new InvalidInputException("parameter", name, "is not known", Elsewhere.maybe(name, names));
    }

    /** "images", "classification, and this is a regression". */
    private static String only(SearchSpace whole, List<Manual.Kind> where) {
        var task = Manual.taskOf(whole);
        var seeing = where.stream().filter(kind -> !kind.task().blind()).toList();
        if (seeing.isEmpty()) {
            return joined(where.stream().map(kind -> kind.task().word()).toList());
        }
        if (task.isPresent() && where.stream().noneMatch(kind -> kind.task() == task.get())) {
            return joined(seeing.stream().map(kind -> kind.task().word()).toList()) + ", and this is a "
                    + task.get().word();
        }
        return joined(seeing.stream().map(Manual.Kind::data).toList());
    }

    private static String joined(List<String> words) {
        return words.stream().distinct().collect(Collectors.joining(" and "));
    }

    private static void requireValue(SearchSpace whole, String name, String value) {
        if (name.equals(LossParameters.NAME)) {
            LossParameters.requireSense(whole, value);
        }
        try {
            Restriction.require(whole, name).check(value);
        } catch (InvalidInputException refused) {
            Elsewhere.whyNotHere(name, value).ifPresent(reason -> {
                throw new InvalidInputException(
                        name, value, reason, whole.find(name).orElseThrow().defaultValue() + "?");
            });
            Elsewhere.value(name, value)
                    .filter(ours -> isTaken(whole, name, ours))
                    .ifPresent(ours -> {
                        throw new InvalidInputException(name, value, "is not known under this name", ours + "?");
                    });
            var where = Manual.kinds().stream()
                    .filter(kind -> kind.takes(name, value))
                    .toList();
            if (!where.isEmpty()) {
                throw new InvalidInputException(
                        name,
                        value,
                        "counts only for " + only(whole, where),
                        whole.find(name).orElseThrow().defaultValue() + "?");
            }
            throw refused;
        }
    }

    private static boolean isTaken(SearchSpace whole, String name, String value) {
        try {
            Restriction.require(whole, name).check(value);
            return true;
        } catch (InvalidInputException refused) {
            return false;
        }
    }

    /** A value that would silently do nothing is a mistake. */
    static InvalidInputException inactive(SearchSpace whole, String name, String written) {
        var needed = whole.dimensions().stream()
                .filter(dimension -> dimension.parameter().name().equals(name))
                .flatMap(dimension -> dimension.conditions().stream())
                .toList();
        return new InvalidInputException(
                name,
                written,
                "counts only with " + joined(needed, labels -> String.join(" or ", labels), ", "),
                "--set " + joined(needed, labels -> labels.iterator().next(), " --set ") + "?");
    }

    private static String joined(List<Condition> conditions, Function<Set<String>, String> labels, String between) {
        return conditions.stream()
                .map(condition -> condition.parent() + "=" + labels.apply(condition.labels()))
                .collect(Collectors.joining(between));
    }
}
