package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Standing;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sweetspot studies}. */
@Command(
        name = "studies",
        mixinStandardHelpOptions = true,
        description = "Lists the studies of a store, the newest first.",
        footer = {"", "Example: sweetspot studies"})
final class StudiesCommand implements Runnable {
    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        if (stores.file().filter(file -> !Files.exists(file)).isPresent()) {
            sayNone();
            return;
        }
        try (var store = stores.existing()) {
            var studies = store.studies();
            if (studies.isEmpty()) {
                sayNone();
            }
            for (var study : studies) {
                if (output.json()) {
                    var entries = new LinkedHashMap<String, Form>();
                    entries.put("study", Form.of(study.name()));
                    entries.put("created_at", Form.of(study.createdAt().toString()));
                    entries.put(
                            "standing", Form.of(standing(store, study.name()).word()));
                    output.result(Form.of(entries));
                } else {
                    var standing = standing(store, study.name());
                    output.say(String.format(
                            Locale.ROOT,
                            "%-48s %s%s",
                            study.name(),
                            Moments.inWords(study.createdAt()),
                            standing == Standing.OPEN ? "" : "  " + standing.word()));
                }
            }
        }
    }

    private void sayNone() {
        if (!output.json()) {
            output.say(
                    "No studies in " + stores.shown() + " yet. Maybe: sweetspot tune samples/blood-cells --minutes 3");
        }
    }

    /** What the last order says; without reading the trials. */
    private static Standing standing(Store store, String study) {
        return store.decisions(study).stream()
                .filter(Event.Ordered.class::isInstance)
                .map(event -> ((Event.Ordered) event).standing())
                .reduce((first, second) -> second)
                .orElse(Standing.OPEN);
    }
}
