package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.ClassificationReport.Scores;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The result of a job for programs: what {@code tune --json} prints, and {@code report.json} holds. */
final class TuneForms {
    private TuneForms() {}

    static MapForm result(StudySpec spec, TuneResult result, LoadedImages loaded, Path model, double seconds) {
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
        entries.put("test", test(result.winner().test()));
        entries.put("default_test", standard(result));
        entries.put("verdict", Form.of(result.verdict(spec.problem())));
        entries.put("model", Form.of(model.toAbsolutePath().normalize().toString()));
        entries.put(
                "skipped",
                Form.of(loaded.skipped().stream()
                        .map(skipped -> skipped(skipped.file(), skipped.reason()))
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
            return test(result.winner().test());
        }
        return result.standard()
                .measured()
                .<Form>map(measured -> test(measured.test()))
                .orElseGet(() -> new Form.NullForm(Position.NONE));
    }

    private static MapForm skipped(String file, String reason) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("file", Form.of(file));
        entries.put("reason", Form.of(reason));
        return Form.of(entries);
    }

    static MapForm counts(History history) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("completed", Form.of(history.completed().count()));
        entries.put(
                "stopped",
                Form.of(count(history, Outcome.StoppedEarly.class)
                        + history.paused().count()));
        entries.put("failed", Form.of(count(history, Outcome.Failed.class)));
        return Form.of(entries);
    }

    private static long count(History history, Class<? extends Outcome> kind) {
        return history.trials().stream()
                .filter(trial -> trial.outcome().filter(kind::isInstance).isPresent())
                .count();
    }

    private static MapForm test(ClassificationReport report) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("accuracy", Form.of(report.accuracy()));
        entries.put("balanced_accuracy", Form.of(report.balancedAccuracy()));
        entries.put("low", Form.of(report.interval().low()));
        entries.put("high", Form.of(report.interval().high()));
        entries.put("balanced_low", Form.of(report.balancedInterval().low()));
        entries.put("balanced_high", Form.of(report.balancedInterval().high()));
        entries.put("log_loss", Form.of(report.logLoss()));
        entries.put("n", Form.of(report.n()));
        entries.put(
                "classes",
                Form.of(report.classes().stream().map(TuneForms::score).toList()));
        entries.put("macro", Form.of(scores(report.macro())));
        entries.put("weighted", Form.of(scores(report.weighted())));
        entries.put("confusion", confusion(report.confusion()));
        entries.put("notes", Form.of(report.notes().stream().map(Form::of).toList()));
        return Form.of(entries);
    }

    private static MapForm score(ClassificationReport.ClassScore score) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(score.name()));
        entries.putAll(scores(score.scores()));
        entries.put("support", Form.of(score.support()));
        return Form.of(entries);
    }

    private static Map<String, Form> scores(Scores scores) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("precision", Form.of(scores.precision()));
        entries.put("recall", Form.of(scores.recall()));
        entries.put("f1", Form.of(scores.f1()));
        return entries;
    }

    private static Form confusion(int[][] counts) {
        return Form.of(Arrays.stream(counts)
                .map(row -> Form.of(Arrays.stream(row).mapToObj(Form::of).toList()))
                .toList());
    }
}
