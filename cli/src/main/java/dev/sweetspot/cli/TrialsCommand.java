package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sweetspot trials STUDY}. */
@Command(name = "trials", mixinStandardHelpOptions = true, description = "Lists the trials of a study.")
final class TrialsCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        try (var store = stores.open()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            var objective = study.spec().objectives().get(0).name();
            for (var trial : study.history().trials()) {
                if (output.json()) {
                    output.result(toForm(trial, objective));
                } else {
                    output.say(String.format(
                            Locale.ROOT,
                            "%4d  %-10s %8.4f  %6.1f s  %s",
                            trial.number(),
                            word(trial),
                            trial.value(objective).orElse(Double.NaN),
                            trial.seconds(),
                            trial.configuration()));
                }
            }
        }
    }

    private static String word(Trial trial) {
        return trial.outcome()
                .map(Outcome::word)
                .orElse(trial.state() instanceof TrialState.Running ? "running" : "put aside");
    }

    private static Form.MapForm toForm(Trial trial, String objective) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("trial", Form.of(trial.number()));
        entries.put("state", Form.of(word(trial)));
        entries.put(objective, Form.of(trial.value(objective).orElse(Double.NaN)));
        entries.put("reached", Form.of(trial.curve().reached()));
        entries.put("seconds", Form.of(trial.seconds()));
        entries.put("threads", Form.of(trial.threads()));
        entries.put("numeric_mode", Form.of(trial.numericMode()));
        trial.checkpoint().ifPresent(checkpoint -> entries.put("checkpoint", Form.of(checkpoint.fidelity())));
        entries.put("configuration", SpaceForms.toForm(trial.configuration()));
        return Form.of(entries);
    }
}
