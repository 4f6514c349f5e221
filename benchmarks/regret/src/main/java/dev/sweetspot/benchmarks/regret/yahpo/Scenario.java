package dev.sweetspot.benchmarks.regret.yahpo;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a surrogate's network takes and gives, in the order of its inputs and outputs (YAHPO Gym, Pfisterer et al. 2022,
 * whose configuration files say the same).
 *
 * @param name of the scenario and of its folder
 * @param instance the parameter that names the data set
 * @param fidelity parameters that say how much is trained, each with its full amount
 * @param categorical inputs that are categories
 * @param numeric inputs that are numbers, in natural units, 0 where a parameter is not active
 * @param targets what comes out
 */
record Scenario(
        String name,
        String instance,
        Map<String, Double> fidelity,
        List<String> categorical,
        List<String> numeric,
        List<String> targets) {
    /** Keeps copies. */
    Scenario {
        fidelity = Map.copyOf(fidelity);
        categorical = List.copyOf(categorical);
        numeric = List.copyOf(numeric);
        targets = List.copyOf(targets);
    }

    static Scenario named(String name) {
        var all = (MapForm) resource("scenarios.json");
        var fields = Fields.of(all.find(name)
                .orElseThrow(() -> new InvalidInputException(
                        "scenario",
                        name,
                        "is not known",
                        "one of " + all.entries().keySet() + "?")));
        var full = new LinkedHashMap<String, Double>();
        ((MapForm) fields.require("fidelity"))
                .entries()
                .forEach((key, amount) -> full.put(key, ((NumberForm) amount).doubleValue()));
        return new Scenario(
                name,
                fields.text("instance"),
                full,
                texts(fields, "categorical"),
                texts(fields, "numeric"),
                texts(fields, "targets"));
    }

    static List<String> texts(Fields fields, String key) {
        return fields.list(key).items().stream()
                .map(item -> ((TextForm) item).value())
                .toList();
    }

    static Form resource(String file) {
        try (var stream =
                Optional.ofNullable(Scenario.class.getResourceAsStream(file)).orElseThrow()) {
            return Json.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
