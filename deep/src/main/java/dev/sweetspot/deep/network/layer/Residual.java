package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Binary;
import dev.sweetspot.deep.graph.WhileTraining;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a body of layers makes of its input, added to the input or to what a shortcut makes of it (He et al. 2016).
 *
 * @param body at least one layer
 * @param shortcut empty for the input as it is; else it must give the shape that the body gives
 * @param skip for what share of the items the body is left out while training, from 0 to below 1 (stochastic depth, Huang
 *     et al. 2016); the others' bodies count the more
 */
public record Residual(List<Layer> body, List<Layer> shortcut, double skip) implements Layer {
    static final Kind KIND = new Kind(
            "residual",
            fields -> new Residual(
                    Layers.fromForm(fields.list("body")),
                    fields.find("shortcut").isPresent() ? Layers.fromForm(fields.list("shortcut")) : List.of(),
                    fields.findNumber("skip").orElse(0.0)));

    /** Keeps copies. */
    public Residual {
        body = List.copyOf(body);
        shortcut = List.copyOf(shortcut);
        Settings.atLeast(1, "layers of a residual's body", body.size(), "");
        Settings.share("skip", skip, "0.1?");
    }

    /** Without stochastic depth. */
    public Residual(List<Layer> body, List<Layer> shortcut) {
        this(body, shortcut, 0);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        var settings = new Settings();
        parts().forEach((name, layers) -> settings.with(name, Layers.toForm(layers)));
        return (skip == 0 ? settings : settings.with("skip", Form.of(skip))).done();
    }

    @Override
    public Map<String, List<Layer>> parts() {
        var parts = new LinkedHashMap<String, List<Layer>>();
        parts.put("body", body);
        if (!shortcut.isEmpty()) {
            parts.put("shortcut", shortcut);
        }
        return Collections.unmodifiableMap(parts);
    }

    @Override
    public Shape after(Shape in) {
        var out = Chain.after(in, body, "body");
        var other = Chain.after(in, shortcut, "shortcut");
        if (!out.equals(other)) {
            throw new DoesNotFit(
                    this, in, "gives " + out + " by its body and " + other + " by its shortcut", "another shortcut?");
        }
        return out;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        var in = x.shared();
        var changed = Chain.forward(body, weights.part("body"), in, pass);
        var kept = shortcut.isEmpty() ? in : Chain.forward(shortcut, weights.part("shortcut"), in, pass);
        var counted = pass.training() && skip > 0
                ? Operations.itemDropout(changed.values(), skip, pass.draws())
                : changed.values();
        return changed.withFree(Operations.sum(counted, kept.values()));
    }

    @Override
    public Flow write(Flow x, Place place) {
        var changed = Chain.write(body, place.part("body"), x);
        var kept = shortcut.isEmpty() ? x : Chain.write(shortcut, place.part("shortcut"), x);
        var counted = skip > 0
                ? place.apply(
                        WhileTraining.dropout(skip, List.of(1, 0, 0, 0).subList(0, place.dimensions())),
                        changed.values())
                : changed.values();
        return changed.with(place.apply(Binary.ADD, counted, kept.values()));
    }
}
