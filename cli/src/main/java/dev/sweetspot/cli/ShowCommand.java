package dev.sweetspot.cli;

import dev.sweetspot.choice.Contender;
import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.form.Form;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
            var problem = study.spec().problem();
            boolean seekFront = Objectives.seekFront(problem);
            var choice = study.choice();
            var front = seekFront ? history.front(problem) : List.<Trial>of();
            if (output.json()) {
                var entries = new LinkedHashMap<String, Form>();
                entries.put("study", Form.of(name));
                entries.put("trials", TuneForms.counts(history));
                if (seekFront) {
                    entries.put(
                            "front",
                            Form.of(front.stream()
                                    .map(trial -> toForm(trial, problem.objectives()))
                                    .toList()));
                } else {
                    choice.ifPresent(found -> {
                        var chosen = found.chosen();
                        entries.put("best", SpaceForms.toForm(chosen.configuration()));
                        entries.put("validation", validation(chosen, problem.objectives()));
                        entries.put("trial", Form.of(chosen.trial().number()));
                        entries.put("runs", Form.of(chosen.runs().size()));
                        entries.put("expected", Form.of(chosen.estimate()));
                        entries.put("why", Form.of(found.reason()));
                    });
                }
                StudyDecisions.addTo(entries, study);
                study.enough().ifPresent(reason -> entries.put("ended", Form.of(reason)));
                output.result(Form.of(entries));
                return;
            }
            output.say("Study " + name + ": " + history.size() + " trials ("
                    + history.completed().count() + " completed, "
                    + history.running().count() + " running, "
                    + history.paused().count() + " put aside)");
            var directions = problem.objectives().stream()
                    .map(each -> each.name() + ", " + each.direction().name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("; "));
            output.say((problem.objectives().size() == 1 ? "Objective: " : "Objectives: ") + directions
                    + (problem.objectives().size() == 1 ? "" : "; sought is " + Objectives.inWords(problem))
                    + "; sampler " + study.spec().search().sampler().name() + ", scheduler "
                    + study.spec().search().scheduler().name() + ", seed "
                    + study.spec().seed());
            if (seekFront) {
                output.say("Front so far: " + front.size() + (front.size() == 1 ? " trial" : " trials"));
                front.forEach(trial -> output.say("  trial " + trial.number() + ", "
                        + Objectives.values(problem.objectives(), trial) + ": " + trial.configuration()));
            } else {
                choice.ifPresent(found -> {
                    var trial = found.chosen().trial();
                    output.say("Best so far: trial " + trial.number() + ", "
                            + Objectives.values(problem.objectives(), trial) + ": " + trial.configuration());
                    output.say(found.reason());
                    trial.origin().reasons().forEach(output::say);
                });
            }
            StudyDecisions.lines(study).forEach(output::say);
            study.enough().ifPresent(reason -> output.say("It has ended: " + reason + "."));
        }
    }

    private static Form validation(Contender chosen, List<Objective> objectives) {
        return objectives.size() == 1 ? Form.of(chosen.mean()) : Objectives.toForm(objectives, chosen.trial());
    }

    private static Form toForm(Trial trial, List<Objective> objectives) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("trial", Form.of(trial.number()));
        entries.put("configuration", SpaceForms.toForm(trial.configuration()));
        entries.put("validation", Objectives.toForm(objectives, trial));
        return Form.of(entries);
    }
}
