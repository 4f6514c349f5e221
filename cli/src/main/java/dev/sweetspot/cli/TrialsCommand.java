package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.form.Form;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sweetspot trials STUDY}. */
@Command(
        name = "trials",
        mixinStandardHelpOptions = true,
        description = "Lists the trials of a study: what became of each, and in what it differs.",
        footer = {"", "Example: sweetspot trials blood-cells"})
final class TrialsCommand implements Runnable {
    @Mixin
    private NamedStudy named = new NamedStudy();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        named.read((store, study) -> {
            var hands = Hands.of(store, study);
            var objectives = study.spec().objectives();
            var space = study.space();
            var varied = Varied.of(study.history());
            for (var trial : study.history().trials()) {
                boolean allowed = StudyDecisions.allows(study, space, trial);
                if (output.json()) {
                    output.result(toForm(trial, objectives, allowed, hands));
                } else {
                    output.say(line(trial, objectives, varied, allowed, hands));
                }
            }
            if (!output.json()) {
                // Beside the result, which is a line for each trial.
                varied.commonInWords().ifPresent(output::progress);
            }
        });
    }

    private static String line(Trial trial, List<Objective> objectives, Varied varied, boolean allowed, Hands hands) {
        return String.format(
                Locale.ROOT,
                "%4d  %-10s %s  %6.1f s  %s%s%s%s%s",
                trial.number(),
                word(trial, hands),
                columns(trial, objectives),
                trial.seconds(),
                varied.inWords(trial.configuration()),
                trial.repeats().isPresent()
                        ? "  (repeats trial " + trial.repeats().getAsInt() + ")"
                        : "",
                allowed ? "" : "  (proposed no more)",
                hands.inWords(trial),
                message(trial));
    }

    private static String columns(Trial trial, List<Objective> objectives) {
        return objectives.stream()
                .map(objective -> String.format(Locale.ROOT, "%8s", Objectives.value(objective, trial)))
                .collect(Collectors.joining(" "));
    }

    private static String word(Trial trial, Hands hands) {
        return trial.outcome()
                .map(Outcome::word)
                .orElseGet(() -> hands.lost(trial)
                        ? "lost"
                        : trial.state() instanceof TrialState.Running ? "running" : "put aside");
    }

    /** Why it failed, if it did. */
    private static String message(Trial trial) {
        return trial.outcome().orElse(null) instanceof Outcome.Failed failed ? "  (" + failed.message() + ")" : "";
    }

    private static Form.MapForm toForm(Trial trial, List<Objective> objectives, boolean allowed, Hands hands) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("trial", Form.of(trial.number()));
        entries.put("state", Form.of(word(trial, hands)));
        entries.putAll(Objectives.toForm(objectives, trial).entries());
        entries.put("reached", Form.of(trial.curve().reached()));
        entries.put("seconds", Form.of(trial.seconds()));
        entries.put("threads", Form.of(trial.threads()));
        entries.put("numeric_mode", Form.of(trial.numericMode()));
        trial.repeats().ifPresent(first -> entries.put("repeat_of", Form.of(first)));
        entries.put("by", Form.of(trial.origin().sampler()));
        entries.put(
                "reasons",
                Form.of(trial.origin().reasons().stream().map(Form::of).toList()));
        trial.checkpoint().ifPresent(checkpoint -> entries.put("checkpoint", Form.of(checkpoint.fidelity())));
        entries.put("configuration", SpaceForms.toForm(trial.configuration()));
        hands.addTo(entries, trial);
        if (trial.outcome().orElse(null) instanceof Outcome.Failed failed) {
            entries.put("cause", Form.of(failed.cause().name().toLowerCase(Locale.ROOT)));
            entries.put("message", Form.of(failed.message()));
        }
        if (!allowed) {
            entries.put("allowed", Form.of(false));
        }
        return Form.of(entries);
    }
}
