package dev.sweetspot.cli;

import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.Interval;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.job.Measured;
import dev.sweetspot.job.TuneResult;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a job hands over: in words, as JSON, as files. */
final class TuneReport {
    private final StudySpec spec;
    private final Learner learner;
    private final TuneResult result;
    private final LoadedImages loaded;
    private final Path out;

    TuneReport(StudySpec spec, Learner learner, TuneResult result, LoadedImages loaded, Path out) {
        this.spec = spec;
        this.learner = learner;
        this.result = result;
        this.loaded = loaded;
        this.out = out;
    }

    /** Writes the files; the model last, so that a folder with a model is whole. */
    void write() throws IOException {
        Files.createDirectories(out);
        var truth =
                Arrays.stream(learner.parts().test()).map(learner.data()::label).toArray();
        Files.writeString(out.resolve("configuration.yaml"), yaml());
        Files.writeString(
                out.resolve("classes.txt"), String.join("\n", learner.data().classNames()) + "\n");
        Files.writeString(out.resolve("split.csv"), split());
        Files.writeString(out.resolve("curves.csv"), curves());
        Files.writeString(
                out.resolve("predictions.csv"), result.winner().predictions().toCsv(truth));
        Files.writeString(out.resolve("record.json"), Json.writeIndented(record()));
        result.winner().model().save(out.resolve("model.sweetspot"));
    }

    private String yaml() {
        var text = new StringBuilder();
        result.winner().configuration().values().forEach((name, value) -> text.append(name)
                .append(": ")
                .append(value)
                .append('\n'));
        return text.toString();
    }

    private String split() {
        var text = new StringBuilder("file,part\n");
        for (var part : Part.values()) {
            for (int i : learner.parts().of(part)) {
                text.append('"')
                        .append(learner.data().name(i).replace("\"", "\"\""))
                        .append("\",")
                        .append(part.word())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String curves() {
        var text = new StringBuilder("trial,epoch,seconds,name,value\n");
        for (var trial : result.history().trials()) {
            for (int i = 0; i < trial.curve().size(); i++) {
                int row = i;
                trial.curve()
                        .at(i)
                        .values()
                        .forEach((name, value) -> text.append(String.format(
                                Locale.ROOT,
                                "%d,%s,%.3f,%s,%s%n",
                                trial.number(),
                                trial.curve().fidelity(row),
                                trial.curve().seconds(row),
                                name,
                                value)));
            }
        }
        return text.toString();
    }

    private MapForm record() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(spec.name()));
        entries.put("sweetspot", Form.of("0.1.0-SNAPSHOT"));
        entries.put("java", Form.of(System.getProperty("java.version")));
        entries.put("study_seed", Form.of(spec.seed()));
        entries.put("winner", result.winner().model().record());
        result.standard()
                .ifPresent(measured -> entries.put("default", measured.model().record()));
        entries.put("test", test(result.winner().test()));
        result.standard().ifPresent(measured -> entries.put("default_test", test(measured.test())));
        entries.put("verdict", Form.of(result.verdict()));
        return Form.of(entries);
    }

    /** The contract of {@code tune --json}. */
    MapForm toForm(double seconds) {
        var best = new LinkedHashMap<String, Form>();
        best.put("trial", Form.of(result.best().number()));
        best.put("configuration", SpaceForms.toForm(result.winner().configuration()));
        best.put(
                "validation",
                Form.of(result.best().value(spec.objectives().get(0).name()).orElse(Double.NaN)));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(spec.name()));
        entries.put("seconds", Form.of(seconds));
        entries.put("trials", counts(result.history()));
        entries.put("best", Form.of(best));
        entries.put("test", test(result.winner().test()));
        entries.put(
                "default_test", test(result.standard().orElse(result.winner()).test()));
        entries.put(
                "model", Form.of(out.resolve("model.sweetspot").toAbsolutePath().toString()));
        entries.put(
                "skipped",
                Form.of(loaded.skipped().stream()
                        .map(skipped ->
                                Form.of(Map.of("file", Form.of(skipped.file()), "reason", Form.of(skipped.reason()))))
                        .toList()));
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
                Form.of(report.classes().stream().map(TuneReport::score).toList()));
        return Form.of(entries);
    }

    private static MapForm score(ClassificationReport.ClassScore score) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(score.name()));
        entries.put("precision", Form.of(score.scores().precision()));
        entries.put("recall", Form.of(score.scores().recall()));
        entries.put("f1", Form.of(score.scores().f1()));
        entries.put("support", Form.of(score.support()));
        return Form.of(entries);
    }

    void say(OutputOptions output) {
        output.say("");
        output.say("The best configuration (trial " + result.best().number() + "):");
        yaml().lines().forEach(line -> output.say("  " + line));
        output.say("");
        say(output, "Winner ", result.winner());
        result.standard().ifPresent(measured -> say(output, "Default", measured));
        output.say(result.verdict());
        output.say("");
        output.say(
                String.format(Locale.ROOT, "  %-24s %9s %9s %9s %8s", "class", "precision", "recall", "F1", "images"));
        for (var score : result.winner().test().classes()) {
            output.say(String.format(
                    Locale.ROOT,
                    "  %-24s %9.3f %9.3f %9.3f %8d",
                    score.name(),
                    score.scores().precision(),
                    score.scores().recall(),
                    score.scores().f1(),
                    score.support()));
        }
        result.winner().test().notes().forEach(output::say);
        output.say("");
        output.say("Model, configuration, split, curves and predictions: " + out);
    }

    private static void say(OutputOptions output, String who, Measured measured) {
        var test = measured.test();
        output.say(String.format(
                Locale.ROOT,
                "%s on %d test images: accuracy %s, balanced accuracy %s",
                who,
                test.n(),
                share(test.accuracy(), test.interval()),
                share(test.balancedAccuracy(), test.balancedInterval())));
    }

    private static String share(double value, Interval interval) {
        return String.format(Locale.ROOT, "%.4f (95 %%: %.4f to %.4f)", value, interval.low(), interval.high());
    }
}
