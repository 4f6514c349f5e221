package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Position;
import dev.sweetspot.job.Standard;
import dev.sweetspot.job.TuneResult;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** The result of a job for programs: what {@code tune --json} prints, and {@code report.json} holds. */
final class TuneForms {
    private TuneForms() {}

    static MapForm result(StudySpec spec, TuneResult result, List<Skipped> skipped, Path model, double seconds) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(spec.name()));
        entries.put("seconds", Form.of(seconds));
        entries.put("trials", counts(result.history()));
        if (Objectives.seekFront(spec.problem())) {
            entries.put(
                    "front",
                    Form.of(result.front(spec.problem()).stream()
                            .map(trial -> member(
                                    spec, trial, trial.number() == result.best().number()))
                            .toList()));
        } else {
            entries.put("best", best(spec, result));
        }
        entries.put("test", ReportForms.toForm(result.winner().test()));
        entries.put("default_test", standard(result));
        Averaged.members(result.winner()).ifPresent(count -> entries.put("members", Form.of(count)));
        entries.put("verdict", Form.of(result.verdict(spec.problem())));
        entries.put("model", Form.of(model.toAbsolutePath().normalize().toString()));
        entries.put(
                "skipped",
                Form.of(skipped.stream()
                        .map(each -> skipped(each.file(), each.reason()))
                        .toList()));
        return Form.of(entries);
    }

    private static MapForm best(StudySpec spec, TuneResult result) {
        var best = new LinkedHashMap<String, Form>();
        best.put("trial", Form.of(result.best().number()));
        best.put("configuration", SpaceForms.toForm(result.winner().configuration()));
        best.put(
                "validation",
                spec.objectives().size() == 1
                        ? Form.of(result.bestValue())
                        : Objectives.toForm(spec.objectives(), result.best()));
        best.put("runs", Form.of(result.choice().chosen().runs().size()));
        best.put("expected", Form.of(result.choice().chosen().estimate()));
        best.put("reason", Form.of(result.choice().reason()));
        return Form.of(best);
    }

    /** A trial of the front; of one of them the model is. */
    private static MapForm member(StudySpec spec, Trial trial, boolean chosen) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("trial", Form.of(trial.number()));
        entries.put("configuration", SpaceForms.toForm(trial.configuration()));
        entries.put("validation", Objectives.toForm(spec.objectives(), trial));
        entries.put("chosen", Form.of(chosen));
        return Form.of(entries);
    }

    private static Form standard(TuneResult result) {
        if (result.standard() instanceof Standard.Won) {
            return ReportForms.toForm(result.winner().test());
        }
        return result.standard()
                .measured()
                .<Form>map(measured -> ReportForms.toForm(measured.test()))
                .orElseGet(() -> new Form.NullForm(Position.NONE));
    }

    private static MapForm skipped(String file, String reason) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("file", Form.of(file));
        entries.put("reason", Form.of(reason));
        return Form.of(entries);
    }

    /** Each trial once; those that were put aside count as stopped. */
    static MapForm counts(History history) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("completed", Form.of(history.completed().count()));
        entries.put(
                "stopped",
                Form.of(count(history, Outcome.StoppedEarly.class)
                        + history.paused().count()));
        entries.put("failed", Form.of(count(history, Outcome.Failed.class)));
        entries.put("over_limit", Form.of(count(history, Outcome.OverLimit.class)));
        entries.put("running", Form.of(history.running().count()));
        entries.put("total", Form.of(history.size()));
        return Form.of(entries);
    }

    private static long count(History history, Class<? extends Outcome> kind) {
        return history.trials().stream()
                .filter(trial -> trial.outcome().filter(kind::isInstance).isPresent())
                .count();
    }
}
