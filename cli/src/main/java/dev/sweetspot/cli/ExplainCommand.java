package dev.sweetspot.cli;

import dev.sweetspot.deep.space.Elsewhere;
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
        description = "Says what a hyperparameter does, its range, default and usual change.",
        footer = {"", "Example: sweetspot explain learning_rate"})
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
        if (!Explanation.names().contains(name)) {
            throw new InvalidInputException(
                    "parameter", name, "is not known", Elsewhere.maybe(name, Explanation.names()));
        }
        var explanation = new Explanation(name);
        if (output.json()) {
            output.result(toForm(explanation.parameter()));
        } else {
            explanation.lines().forEach(output::say);
        }
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
