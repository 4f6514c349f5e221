package dev.sweetspot.cli;

import dev.sweetspot.choice.Contender;
import dev.sweetspot.cli.live.ImportanceBars;
import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.cli.live.SearchPlot;
import dev.sweetspot.form.Form;
import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.importance.Importances;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sweetspot show STUDY}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows how a study stands.",
        footer = {"", "Example: sweetspot show blood-cells"})
final class ShowCommand implements Runnable {
    @Mixin
    private NamedStudy named = new NamedStudy();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        named.read((store, study) -> {
            var held = store.leases(study.spec().name()).stream()
                    .map(Store.Lease::trial)
                    .collect(Collectors.toSet());
            long lost = study.history()
                    .running()
                    .filter(trial -> !held.contains(trial.number()))
                    .count();
            if (output.json()) {
                output.result(toForm(study, lost));
            } else {
                say(study, lost);
            }
        });
    }

    private static Form toForm(Study study, long lost) {
        var history = study.history();
        var problem = study.spec().problem();
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(study.spec().name()));
        entries.put("trials", TuneForms.counts(history));
        if (Objectives.seekFront(problem)) {
            entries.put(
                    "front",
                    Form.of(history.front(problem).stream()
                            .map(trial -> toForm(trial, problem.objectives()))
                            .toList()));
        } else {
            StudyChoice.of(study).ifPresent(found -> {
                var chosen = found.chosen();
                entries.put("best", SpaceForms.toForm(chosen.configuration()));
                entries.put("validation", validation(chosen, problem.objectives()));
                entries.put("trial", Form.of(chosen.trial().number()));
                entries.put("runs", Form.of(chosen.runs().size()));
                entries.put("expected", Form.of(chosen.estimate()));
                entries.put("why", Form.of(found.reason()));
            });
        }
        entries.put("improvements", improvements(study));
        entries.put("importance", importance(study));
        entries.put("lost", Form.of(lost));
        StudyDecisions.addTo(entries, study);
        study.enough().ifPresent(reason -> entries.put("ended", Form.of(reason)));
        return Form.of(entries);
    }

    /** What mattered for each objective. */
    private static List<Importances> importances(Study study) {
        return Aspect.of(Studied.of(study)).stream()
                .filter(Aspect.OfObjective.class::isInstance)
                .map(aspect -> Importances.of(Studied.of(study), aspect))
                .toList();
    }

    /** For each objective the shares of the parameters, the largest first; none where too few trials tell anything. */
    private static Form importance(Study study) {
        var all = new LinkedHashMap<String, Form>();
        importances(study)
                .forEach(found -> all.put(
                        found.aspect().name(),
                        Form.of(found.mains().stream()
                                .map(main -> Form.of(new TreeMap<>(Map.of(
                                        "parameter", Form.of(main.name()),
                                        "share", Form.of(main.share()),
                                        "low", Form.of(main.low()),
                                        "high", Form.of(main.high())))))
                                .toList())));
        return Form.of(all);
    }

    /** For each objective the trials at which it became better, with what it was then. */
    private static Form improvements(Study study) {
        var all = new LinkedHashMap<String, Form>();
        for (var objective : study.spec().objectives()) {
            var steps = new ArrayList<Form>();
            double best = Double.NaN;
            for (var trial : study.history().trials()) {
                double value = trial.completed() ? trial.value(objective.name()).orElse(Double.NaN) : Double.NaN;
                if (Double.isFinite(value) && (Double.isNaN(best) || objective.better(value, best))) {
                    best = value;
                    steps.add(
                            Form.of(new TreeMap<>(Map.of("trial", Form.of(trial.number()), "value", Form.of(value)))));
                }
            }
            all.put(objective.name(), Form.of(steps));
        }
        return Form.of(all);
    }

    private void say(Study study, long lost) {
        var history = study.history();
        var problem = study.spec().problem();
        output.say("Study " + study.spec().name() + ": " + history.size() + " trials ("
                + history.completed().count() + " completed, "
                + history.running().count() + " running"
                + (lost == 0 ? "" : ", " + lost + " of them without a worker since theirs was lost") + ", "
                + history.paused().count() + " put aside)");
        var directions = problem.objectives().stream()
                .map(each -> each.name() + ", " + each.direction().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("; "));
        output.say((problem.objectives().size() == 1 ? "Objective: " : "Objectives: ") + directions
                + (problem.objectives().size() == 1 ? "" : "; sought is " + Objectives.inWords(problem))
                + "; sampler " + study.spec().search().sampler().name() + ", scheduler "
                + study.spec().search().scheduler().name() + ", seed "
                + study.spec().seed());
        var varied = Varied.of(history);
        if (Objectives.seekFront(problem)) {
            var front = history.front(problem);
            output.say("Front so far: " + front.size() + (front.size() == 1 ? " trial" : " trials"));
            front.forEach(trial -> output.say("  trial " + trial.number() + ", "
                    + Objectives.values(problem.objectives(), trial) + ": "
                    + varied.inWords(trial.configuration())));
        } else {
            StudyChoice.of(study).ifPresent(found -> {
                var trial = found.chosen().trial();
                output.say("Best so far: trial " + trial.number() + ", "
                        + Objectives.values(problem.objectives(), trial) + ": "
                        + varied.inWords(trial.configuration()));
                output.say(found.reason());
                if (!trial.origin().reasons().isEmpty()) {
                    output.say("Why it was tried: "
                            + String.join("; ", trial.origin().reasons()));
                }
            });
        }
        varied.commonInWords().ifPresent(output::say);
        var screen = Terminals.forOutput();
        problem.objectives().forEach(objective -> SearchPlot.lines(history, objective, screen)
                .forEach(output::say));
        importances(study).forEach(found -> ImportanceBars.lines(found, screen).forEach(output::say));
        StudyDecisions.lines(study).forEach(output::say);
        study.enough().ifPresent(reason -> output.say("It has ended: " + reason + "."));
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
