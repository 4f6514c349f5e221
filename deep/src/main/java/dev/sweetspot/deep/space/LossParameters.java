package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.deep.training.loss.UnitCrossEntropy;
import dev.sweetspot.deep.training.rescaling.UnitRange;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a training makes small. */
public final class LossParameters {
    /** Of the parameter that chooses. */
    public static final String NAME = "loss";

    private static final Options<Loss> INSTALLED =
            Options.installed(Loss.class, NAME, "What the training makes small:");

    /** By what images, and the columns of tables, come to lie between 0 and 1. */
    private static final Map<String, String> UNITS = Map.of(
            InputParameters.RESCALE.name(),
            new UnitRange().name(),
            DataParameters.SCALING.name(),
            Scaling.MIN_MAX.word());

    private LossParameters() {}

    /** The tasks in which what a network says is compared with what is known: all but those without an answer. */
    public static List<Task.Kind> tasks() {
        return Stream.of(Task.Kind.values())
                .filter(task ->
                        INSTALLED.all().stream().anyMatch(loss -> loss.tasks().contains(task)))
                .toList();
    }

    /** The losses that make sense for one of {@link #tasks}. */
    public static Options<Loss> losses(Task.Kind task) {
        return INSTALLED.only(loss -> loss.tasks().contains(task));
    }

    /**
     * Refuses a loss that there is, but that makes no sense here, with the reason.
     *
     * @param space what can be set
     * @param value a loss as a person writes it
     */
    public static void requireSense(SearchSpace space, String value) {
        for (var task : tasks()) {
            var fitting = losses(task);
            boolean here = space.find(fitting.root().name())
                    .map(Parameter::rangeInWords)
                    .filter(fitting.root().rangeInWords()::equals)
                    .isPresent();
            if (here) {
                INSTALLED.all().stream()
                        .filter(loss ->
                                loss.name().equals(value) && !loss.tasks().contains(task))
                        .findFirst()
                        .ifPresent(loss -> {
                            throw new InvalidInputException(
                                    "loss",
                                    value,
                                    "makes no sense for " + task.word() + ": it " + loss.whyNot(task),
                                    fitting.root().defaultValue() + "?");
                        });
            }
        }
    }

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task) {
        return losses(task).addTo(space);
    }

    /**
     * A space in which inputs go from 0 to 1 where a person asked for a loss that takes them for shares; others stay as they
     * are.
     *
     * @param whole in which nobody has asked for anything yet
     * @throws InvalidInputException where a person asked for other inputs at the same time
     */
    public static SearchSpace fitted(SearchSpace space, SearchSpace whole) {
        var asked = space.find(NAME).map(Parameter::rangeInWords);
        if (asked.isEmpty() || asked.equals(whole.find(NAME).map(Parameter::rangeInWords)) || !has(space)) {
            return space;
        }
        var result = space;
        for (var unit : UNITS.entrySet()) {
            var name = unit.getKey();
            if (result.find(name).isPresent()) {
                if (!canBe(result, name, unit.getValue())) {
                    throw needsUnits(name, unit.getValue());
                }
                result = Restriction.fix(result, whole, name, unit.getValue());
            }
        }
        return result;
    }

    private static boolean has(SearchSpace space) {
        return canBe(space, NAME, new UnitCrossEntropy().name());
    }

    private static boolean canBe(SearchSpace space, String name, String value) {
        return space.find(name).orElse(null) instanceof CategoricalParameter<?> parameter
                && parameter.choices().stream()
                        .anyMatch(choice -> choice.label().equals(value));
    }

    private static InvalidInputException needsUnits(String name, String value) {
        return new InvalidInputException(
                NAME,
                new UnitCrossEntropy().name(),
                "takes inputs for shares and needs them from 0 to 1",
                name + "=" + value + "?");
    }

    /**
     * Refuses a loss that takes inputs for shares where they are none.
     *
     * @throws InvalidInputException naming what would make shares of them
     */
    public static void requireUnits(Configuration configuration) {
        boolean shares =
                new UnitCrossEntropy().name().equals(configuration.values().get(NAME));
        UNITS.forEach((name, value) -> {
            var chosen = configuration.values().get(name);
            if (shares && chosen != null && !chosen.equals(value)) {
                throw needsUnits(name, value);
            }
        });
    }

    static Loss of(Configuration configuration, Task.Kind task) {
        return losses(task).of(configuration);
    }
}
