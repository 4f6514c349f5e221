package dev.sweetspot.cli;

import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.ClassificationReport.Scores;
import dev.sweetspot.data.metric.GenerationReport;
import dev.sweetspot.data.metric.Interval;
import dev.sweetspot.data.metric.ReconstructionReport;
import dev.sweetspot.data.metric.RegressionReport;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How good a model is, for programs. */
final class ReportForms {
    private ReportForms() {}

    static MapForm toForm(Report report) {
        if (report instanceof ClassificationReport test) {
            return classes(test);
        }
        if (report instanceof GenerationReport test) {
            return drawn(test);
        }
        return report instanceof ReconstructionReport test ? remade(test) : numbers((RegressionReport) report);
    }

    private static MapForm drawn(GenerationReport report) {
        var entries = new LinkedHashMap<String, Form>();
        put(entries, "frechet_distance", report.distance(), report.interval());
        entries.put("real_distance", Form.of(report.realDistance()));
        entries.put("n", Form.of(report.n()));
        entries.put("drawn", Form.of(report.drawn()));
        entries.put("notes", Form.of(report.notes().stream().map(Form::of).toList()));
        return Form.of(entries);
    }

    private static MapForm remade(ReconstructionReport report) {
        var entries = new LinkedHashMap<String, Form>();
        put(entries, "reconstruction_mse", report.mse());
        put(entries, "reconstruction_mae", report.mae());
        put(entries, "reconstruction_median", report.median());
        put(entries, "reconstruction_r2", report.r2());
        entries.put("n", Form.of(report.n()));
        entries.put("notes", Form.of(report.notes().stream().map(Form::of).toList()));
        return Form.of(entries);
    }

    private static void put(Map<String, Form> entries, String name, ReconstructionReport.Measured measured) {
        put(entries, name, measured.value(), measured.interval());
    }

    private static MapForm numbers(RegressionReport report) {
        var entries = new LinkedHashMap<String, Form>();
        put(entries, "rmse", report.rmse(), report.rmseInterval());
        put(entries, "mae", report.mae(), report.maeInterval());
        put(entries, "r2", report.r2(), report.r2Interval());
        put(entries, "median_absolute_error", report.medianAbsoluteError(), report.medianInterval());
        entries.put("n", Form.of(report.n()));
        entries.put("notes", Form.of(report.notes().stream().map(Form::of).toList()));
        return Form.of(entries);
    }

    private static void put(Map<String, Form> entries, String name, double value, Interval interval) {
        entries.put(name, Form.of(value));
        entries.put(name + "_low", Form.of(interval.low()));
        entries.put(name + "_high", Form.of(interval.high()));
    }

    private static MapForm classes(ClassificationReport report) {
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
                Form.of(report.classes().stream().map(ReportForms::score).toList()));
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
