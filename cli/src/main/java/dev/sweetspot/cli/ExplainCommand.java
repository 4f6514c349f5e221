package dev.sweetspot.cli;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sweetspot explain PARAMETER}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says what a hyperparameter does, its range, default and usual change.")
final class ExplainCommand implements Runnable {
    @Parameters(arity = "1..*", paramLabel = "PARAMETER", description = "Its name; see: sweetspot list parameters.")
    private List<String> names = List.of();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        names.forEach(this::explain);
    }

    private void explain(String name) {
        var all = Manual.parameters();
        var found =
                all.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
        explain(found.orElseThrow(() -> new InvalidInputException(
                "parameter",
                name,
                "is not known",
                DidYouMean.maybe(name, all.stream().map(Parameter::name).toList()))));
    }

    private <T> void explain(Parameter<T> parameter) {
        if (output.json()) {
            output.result(toForm(parameter));
            return;
        }
        output.say(parameter.name());
        output.say("  " + parameter.about().help());
        output.say("  range: " + parameter.rangeInWords()
                + (parameter.about().unit().isEmpty()
                        ? ""
                        : " (" + parameter.about().unit() + ")"));
        output.say("  default: " + parameter.label(parameter.defaultValue()));
        parameter.about().usualChange().ifPresent(change -> output.say("  usual change: " + change.inWords()));
    }

    /** As a study file writes it, with its name and its range in words. */
    private static Form toForm(Parameter<?> parameter) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("parameter", Form.of(parameter.name()));
        entries.putAll(SpaceForms.dimensionToForm(new SearchSpace.Dimension(parameter, List.of()))
                .entries());
        entries.put("range", Form.of(parameter.rangeInWords()));
        return Form.of(entries);
    }
}
