package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Study;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sweetspot show STUDY}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows how a study stands.")
final class ShowCommand implements Runnable {
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
            var history = study.history();
            var objective = study.spec().objectives().get(0);
            var best = history.best(objective);
            if (output.json()) {
                var entries = new LinkedHashMap<String, Form>();
                entries.put("study", Form.of(name));
                entries.put("trials", TuneForms.counts(history));
                best.ifPresent(trial -> {
                    entries.put("best", SpaceForms.toForm(trial.configuration()));
                    entries.put(
                            "validation", Form.of(trial.value(objective.name()).orElse(Double.NaN)));
                });
                study.enough().ifPresent(reason -> entries.put("ended", Form.of(reason)));
                output.result(Form.of(entries));
                return;
            }
            output.say("Study " + name + ": " + history.size() + " trials ("
                    + history.completed().count() + " completed, "
                    + history.running().count() + " running, "
                    + history.paused().count() + " put aside)");
            output.say("Objective: " + objective.name() + ", "
                    + objective.direction().name().toLowerCase(Locale.ROOT)
                    + "; sampler " + study.spec().search().sampler().name() + ", scheduler "
                    + study.spec().search().scheduler().name() + ", seed "
                    + study.spec().seed());
            best.ifPresent(trial -> output.say(String.format(
                    Locale.ROOT,
                    "Best so far: trial %d, %s %.4f: %s",
                    trial.number(),
                    objective.name(),
                    trial.value(objective.name()).orElse(Double.NaN),
                    trial.configuration())));
            study.enough().ifPresent(reason -> output.say("It has ended: " + reason + "."));
        }
    }
}
