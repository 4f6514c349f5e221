package dev.sweetspot.cli;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.space.ChannelParameters;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.space.InputParameters;
import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.space.OptimizerParameters;
import dev.sweetspot.deep.space.TrainingSpace;
import dev.sweetspot.deep.space.TransferParameters;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person set with {@code --set}: some of it fixes parameters of a space, the rest says how data is loaded and how long
 * trainings are ({@link Apart}).
 *
 * @param settings in the order in which they were said
 */
record FixedSettings(List<Setting> settings) {
    /** Of texts such as {@code learning_rate=0.01}. */
    static FixedSettings parse(List<String> texts) {
        return new FixedSettings(texts.stream().map(Setting::parse).toList());
    }

    /** Those that fix parameters of a space. */
    private List<Setting> ofSpaces() {
        return settings.stream().filter(setting -> !Apart.has(setting.name())).toList();
    }

    /**
     * The space with what was fixed, and the defaults that go with the optimiser where only one is left; {@code epochs} is no
     * part of it.
     */
    SearchSpace fix(SearchSpace space, SearchSpace whole) {
        var result = space;
        for (var setting : ofSpaces()) {
            Refusals.require(whole, setting.name(), setting.value());
            result = Restriction.fix(result, whole, setting.name(), label(setting));
        }
        for (var setting : ofSpaces()) {
            requireActive(setting, result.find(setting.name()).isPresent(), whole);
        }
        return LossParameters.fitted(OptimizerParameters.fitted(result), whole);
    }

    /** The file that networks begin with is known by where it lies. */
    private static String label(Setting setting) {
        return setting.name().equals(TransferParameters.NAME)
                ? TransferParameters.label(Path.of(setting.value()))
                : setting.value();
    }

    /** The space with the file of weights and the channels that were set, and what can be set with them. */
    SearchSpace begun(SearchSpace whole) {
        boolean recoloured = text(ChannelParameters.CHANNELS.name()).isPresent();
        boolean images = whole.find(InputParameters.RESCALE.name()).isPresent()
                && whole.find(ChannelParameters.CHANNELS.name()).isEmpty();
        var space = recoloured && images ? whole.with(ChannelParameters.CHANNELS) : whole;
        return settings.stream()
                .filter(setting -> setting.name().equals(TransferParameters.NAME))
                .findFirst()
                .map(setting -> TransferParameters.addTo(space, List.of(Path.of(setting.value())), false))
                .orElse(space);
    }

    /**
     * What no kind of data can take is refused before any is read, with what the first kind that knows the names says of
     * it.
     *
     * @param blind the task that was asked for, if it is one for which nothing is to be predicted
     */
    void requirePossible(Optional<Task.Kind> blind) {
        Optional<InvalidInputException> first = Optional.empty();
        var order = Manual.spaces(blind).stream()
                .map(this::begun)
                .sorted(Comparator.comparing(space -> -counting(space)))
                .toList();
        for (var space : order) {
            Configuration configuration;
            try {
                configuration = Encoding.of(fix(space, space)).defaults().orElseThrow();
                requireActive(configuration, space);
            } catch (InvalidInputException e) {
                first = first.isPresent() ? first : Optional.of(e);
                continue;
            }
            requireBusy(configuration);
            return;
        }
        first.ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** How many of what was set count there. */
    private long counting(SearchSpace space) {
        var result = space;
        for (var setting : ofSpaces()) {
            if (space.find(setting.name()).isPresent()) {
                try {
                    result = Restriction.fix(result, space, setting.name(), label(setting));
                } catch (InvalidInputException refused) {
                    return 0;
                }
            }
        }
        var configuration = Encoding.of(result).defaults();
        return ofSpaces().stream()
                .filter(setting ->
                        configuration.isPresent() && configuration.get().contains(setting.name()))
                .count();
    }

    /** What was set has to count in this configuration. */
    void requireActive(Configuration configuration, SearchSpace whole) {
        for (var setting : ofSpaces()) {
            requireActive(setting, configuration.contains(setting.name()), whole);
        }
    }

    /** What was set must have something to act on, where what it acts on was set too. */
    void requireBusy(Configuration configuration) {
        for (var idle : TrainingSpace.idle(configuration)) {
            if (text(idle.cause()).isPresent()) {
                text(idle.name()).ifPresent(value -> {
                    throw new InvalidInputException(idle.name(), value, idle.why(), "--set " + idle.remedy() + "?");
                });
            }
        }
    }

    /** Those about parameters that were not set. */
    Stream<Hint> unsaid(List<Hint> hints) {
        return hints.stream().filter(hint -> text(hint.name()).isEmpty());
    }

    /** What was set, as it was written; the last word counts. */
    Optional<String> text(String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .map(Setting::value)
                .reduce((earlier, later) -> later);
    }

    private static void requireActive(Setting setting, boolean active, SearchSpace whole) {
        if (!active) {
            throw Refusals.inactive(whole, setting.name(), setting.value());
        }
    }

    /** What was set, as a value of that parameter; the last word counts. */
    <T> Optional<T> value(Parameter<T> parameter) {
        return settings.stream()
                .filter(setting -> setting.name().equals(parameter.name()))
                .map(setting -> parameter.check(setting.value()))
                .reduce((earlier, later) -> later);
    }
}
