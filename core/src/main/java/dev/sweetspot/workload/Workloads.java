package dev.sweetspot.workload;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ServiceLoader;

/** The kinds of workloads that are installed, and workloads as forms. */
public final class Workloads {
    private Workloads() {}

    /** All providers, in the order of their names. */
    public static List<WorkloadProvider> installed() {
        return ServiceLoader.load(WorkloadProvider.class, Workloads.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(WorkloadProvider::name))
                .toList();
    }

    /**
     * Makes a workload again.
     *
     * @throws InvalidInputException when no such kind is installed, or its settings are wrong
     */
    public static Workload make(String name, Form.MapForm settings) {
        var all = installed();
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "workload",
                        name,
                        "is not installed here",
                        all.isEmpty()
                                ? ""
                                : DidYouMean.maybe(
                                        name,
                                        all.stream().map(WorkloadProvider::name).toList())))
                .make(settings);
    }

    /** {@code {name: ..., settings: {...}}}. */
    public static Form.MapForm toForm(Workload workload) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(workload.name()));
        entries.put("settings", workload.settings());
        return Form.of(entries);
    }

    /** The workload that was written. */
    public static Workload fromForm(Form form) {
        var fields = Fields.of(form);
        if (fields.require("settings") instanceof Form.MapForm settings) {
            return make(fields.text("name"), settings);
        }
        throw Fields.wrong(form, "settings", fields.require("settings").kind(), "must be a map", "{...}?");
    }
}
