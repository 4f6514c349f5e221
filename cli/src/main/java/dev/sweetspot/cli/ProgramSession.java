package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.embedding.EmbeddingWorkload;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TuneEvent;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.yaml.Yaml;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Searches among the values of a program, or of maps, shows it, and says what came of it; the same for run and resume. */
final class ProgramSession {
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

    private final Study study;
    private final StoreOptions stores;
    private final OutputOptions output;

    ProgramSession(Study study, StoreOptions stores, OutputOptions output) {
        this.study = study;
        this.stores = stores;
        this.output = output;
    }

    /**
     * Returns the exit code.
     *
     * @param end on {@link System#nanoTime}
     * @param threads of each trial
     */
    int run(Workload workload, long end, int workers, int threads, TrialRules rules) throws InterruptedException {
        var timetable = end == Long.MAX_VALUE ? Timetable.ENDLESS : new Timetable(end, end, end);
        var plan = new RunPlan(WorkerName.unique(), workers, threads, end, CHECKPOINT_EVERY).limiting(rules.limit());
        var runner = new StudyRunner(study, stores.artifacts(study), workload, stores.scratch());
        try (var interrupt = Interrupt.watch(resume());
                var view = new TuneView(study, timetable, output)) {
            assert interrupt != null;
            runner.onNotice(view::notice);
            study.onEvent(event -> view.show(new TuneEvent.Trial(event)));
            runner.run(new ThreadExecutor(), plan);
        } catch (InterruptedException asked) {
            output.progress("Interrupted. To go on: " + resume());
            throw asked;
        }
        study.refresh();
        runner.ending()
                .or(() -> StudyDecisions.order(study))
                .ifPresent(reason -> output.progress("The search has ended: " + reason + "."));
        return say(workload);
    }

    private String resume() {
        return "sweetspot resume " + study.spec().name() + stores.asFlag();
    }

    private List<Trial> chosen() {
        var problem = study.spec().problem();
        return Objectives.seekFront(problem)
                ? study.history().front(problem)
                : study.history().best(problem).map(List::of).orElse(List.of());
    }

    private int say(Workload workload) {
        var chosen = chosen();
        output.say("");
        if (chosen.isEmpty()) {
            output.say("No trial gave a value within the limits"
                    + firstFailure()
                            .map(text -> ". The first failure:\n" + text)
                            .orElse("."));
        }
        for (var trial : chosen) {
            output.say("Trial " + trial.number() + " of " + study.history().size() + ": "
                    + Objectives.values(study.spec().objectives(), trial));
            Yaml.write(SpaceForms.toForm(trial.configuration())).lines().forEach(line -> output.say("  " + line));
        }
        output.say("");
        output.say(left(workload, chosen) + " More: sweetspot show "
                + study.spec().name() + stores.asFlag() + ", sweetspot report "
                + study.spec().name() + stores.asFlag());
        output.result(result(chosen));
        return chosen.isEmpty() ? 1 : 0;
    }

    /** What lies on the disk now. */
    private String left(Workload workload, List<Trial> chosen) {
        var folder = Errand.of(study.spec().name(), study.spec().errand()).out();
        if (workload instanceof EmbeddingWorkload maps) {
            var map = new MapFolder(
                    folder.orElseGet(() -> Path.of("sweetspot-out", study.spec().name())));
            chosen.stream().findFirst().ifPresent(best -> map.write(study, maps, best));
            return chosen.isEmpty() ? "" : map.inWords();
        }
        return "What each trial wrote is in "
                + folder.map(place -> place.resolve("trials").toString()).orElse("the folder of the study") + ".";
    }

    private Optional<String> firstFailure() {
        return study.history().trials().stream()
                .flatMap(trial -> trial.outcome().stream())
                .filter(Outcome.Failed.class::isInstance)
                .map(outcome -> ((Outcome.Failed) outcome).message())
                .findFirst();
    }

    private MapForm result(List<Trial> chosen) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(study.spec().name()));
        entries.put("seconds", Form.of((System.nanoTime() - Main.BEGIN) / 1e9));
        entries.put("trials", TuneForms.counts(study.history()));
        if (Objectives.seekFront(study.spec().problem())) {
            entries.put("front", Form.of(chosen.stream().map(this::member).toList()));
        } else {
            chosen.stream().findFirst().ifPresent(best -> entries.put("best", member(best)));
        }
        return Form.of(entries);
    }

    private MapForm member(Trial trial) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("trial", Form.of(trial.number()));
        entries.put("configuration", SpaceForms.toForm(trial.configuration()));
        var objectives = study.spec().objectives();
        entries.put(
                "validation",
                objectives.size() == 1
                        ? Form.of(trial.value(objectives.get(0).name()).orElseThrow())
                        : Objectives.toForm(objectives, trial));
        return Form.of(entries);
    }
}
