package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Runs as files: {@code values} for every trial, or the packed form {@code imp} (number and values of each trial that
 * improved something) with {@code n}; {@code curve} (epochs spent, best) for multi-fidelity runs.
 */
final class RunForms {
    private RunForms() {}

    static MapForm toForm(Run run) {
        var entries = new LinkedHashMap<String, Form>();
        if (run.course() instanceof Run.Trials trials) {
            entries.put(
                    "values",
                    Form.of(trials.losses().stream()
                            .map(losses -> losses.length == 1 ? Form.of(losses[0]) : numbers(losses))
                            .toList()));
        } else if (run.course() instanceof Run.Epochs epochs) {
            var curve = new ArrayList<Form>();
            for (int i = 0; i < epochs.spent().size(); i++) {
                curve.add(Form.of(List.of(
                        Form.of(epochs.spent().get(i)),
                        Form.of(epochs.best().get(i).doubleValue()))));
            }
            entries.put("curve", Form.of(curve));
            entries.put("spent", Form.of(epochs.epochs()));
            entries.put("epochs_max", Form.of(epochs.most()));
        }
        if (run.course() instanceof Run.Spent spent) {
            entries.put(
                    "front",
                    Form.of(spent.front().stream().map(RunForms::numbers).toList()));
            entries.put("spent", Form.of(spent.epochs()));
            entries.put("epochs_max", Form.of(spent.most()));
        }
        entries.put("sugg_s", Form.of(run.secondsPerTrial() * run.budget()));
        entries.put("problem", Form.of(run.challenge()));
        entries.put("peer", Form.of(run.who()));
        entries.put("seed", Form.of(run.seed()));
        entries.put("budget", Form.of(run.budget()));
        return Form.of(entries);
    }

    private static ListForm numbers(double... values) {
        var items = new ArrayList<Form>();
        for (double value : values) {
            items.add(Form.of(value));
        }
        return Form.of(items);
    }

    static Run fromForm(Form form) {
        var fields = Fields.of(form);
        int budget = fields.integer("budget");
        double seconds = fields.find("sugg_s").orElse(form) instanceof Form.NumberForm all
                ? all.doubleValue() / budget
                : Double.NaN;
        return new Run(
                fields.text("problem"), fields.text("peer"), fields.whole("seed"), budget, course(fields), seconds);
    }

    private static Run.Course course(Fields fields) {
        if (fields.find("curve").isPresent()) {
            var spent = new ArrayList<Integer>();
            var best = new ArrayList<Double>();
            for (var step : fields.list("curve").items()) {
                var pair = doubles(step);
                spent.add((int) pair[0]);
                best.add(pair[1]);
            }
            return new Run.Epochs(spent, best, fields.integer("spent"), fields.integer("epochs_max"));
        }
        if (fields.find("front").isPresent()) {
            return new Run.Spent(
                    fields.list("front").items().stream().map(RunForms::doubles).toList(),
                    fields.integer("spent"),
                    fields.integer("epochs_max"));
        }
        var losses = new ArrayList<double[]>();
        if (fields.find("imp").isEmpty()) {
            fields.list("values").items().forEach(item -> losses.add(doubles(item)));
            return new Run.Trials(losses);
        }
        var improvements = fields.list("imp").items();
        int next = 0;
        for (int i = 0; i < fields.integer("n"); i++) {
            if (next < improvements.size()
                    && improvements.get(next) instanceof ListForm pair
                    && doubles(pair.items().get(0))[0] == i) {
                losses.add(doubles(pair.items().get(1)));
                next++;
            } else {
                losses.add(losses.get(losses.size() - 1));
            }
        }
        return new Run.Trials(losses);
    }

    /** A number, or a list of them. */
    static double[] doubles(Form form) {
        if (form instanceof ListForm list) {
            return list.items().stream().mapToDouble(item -> doubles(item)[0]).toArray();
        }
        return form instanceof Form.TextForm text
                ? new double[] {Double.parseDouble(text.value())}
                : new double[] {((Form.NumberForm) form).doubleValue()};
    }

    /** All runs in the JSON files of a folder: one run, or a list of them, in each. */
    static List<Run> readAll(Path folder) {
        try (var files = Files.list(folder)) {
            var runs = new ArrayList<Run>();
            for (var file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var form = Json.parse(Files.readString(file), file.toString());
                for (var each : form instanceof ListForm list ? list.items() : List.of(form)) {
                    runs.add(fromForm(each));
                }
            }
            return runs;
        } catch (IOException e) {
            throw new UncheckedIOException("the runs in " + folder + " cannot be read", e);
        }
    }
}
