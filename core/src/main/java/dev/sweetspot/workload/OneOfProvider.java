package dev.sweetspot.workload;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import java.util.LinkedHashMap;

/** Makes the choice among several workloads again. */
public final class OneOfProvider implements WorkloadProvider {
    @Override
    public String name() {
        return OneOf.NAME;
    }

    @Override
    public Workload make(Form.MapForm settings) {
        var fields = Fields.of(settings);
        var choices = new LinkedHashMap<String, Workload>();
        if (!(fields.require("choices") instanceof Form.MapForm nested)) {
            throw Fields.wrong(settings, "choices", fields.require("choices").kind(), "must be a map", "");
        }
        nested.entries().forEach((label, form) -> choices.put(label, Workloads.fromForm(form)));
        return new OneOf(fields.text("parameter"), choices);
    }
}
