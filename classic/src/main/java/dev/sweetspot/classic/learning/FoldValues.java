package dev.sweetspot.classic.learning;

import dev.sweetspot.data.metric.StandardError;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.trial.Measurements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the folds of a trial measured so far, in their order.
 *
 * @param folds a fold each: the values, and the standard errors of some under {@link StandardError#nameOf} their names
 * @param eachRepeat how many folds have all rows among them, each once
 */
record FoldValues(List<Measurements> folds, int eachRepeat) {
    /** Before the name of what the last fold alone measured. */
    static final String FOLD = "fold_";

    private static final String ENTRY = "folds";

    FoldValues {
        folds = List.copyOf(folds);
    }

    FoldValues and(Measurements fold) {
        var more = new ArrayList<>(folds);
        more.add(fold);
        return new FoldValues(more, eachRepeat);
    }

    int count() {
        return folds.size();
    }

    /**
     * The mean over the folds so far of each value. The folds of a repeat have no row in common, so the error of their mean is
     * the root of the mean of their squared errors, divided by the root of their number; more repeats have the same rows again,
     * and make it no smaller.
     */
    Measurements mean() {
        var result = Measurements.NONE;
        for (var name : folds.get(0).values().keySet()) {
            boolean error = name.equals(StandardError.nameOf(name.replace(StandardError.nameOf(""), "")));
            double sum = 0;
            for (var fold : folds) {
                double value = fold.find(name).orElseThrow();
                sum += error ? value * value : value;
            }
            double mean = sum / count();
            result = result.and(name, error ? Math.sqrt(mean / Math.min(count(), eachRepeat)) : mean);
        }
        return result;
    }

    /** The mean so far, and what the last fold alone measured of some: {@code fold_rmse}. */
    Measurements report(List<String> ofFold) {
        var result = mean();
        var last = folds.get(count() - 1);
        for (var name : ofFold) {
            result = result.and(FOLD + name, last.find(name).orElseThrow());
        }
        return result;
    }

    void write(Path path) throws IOException {
        var all = folds.stream()
                .map(fold -> {
                    var entries = new LinkedHashMap<String, Form>();
                    fold.values().forEach((name, value) -> entries.put(name, Form.of(value)));
                    return Form.of(entries);
                })
                .toList();
        Files.writeString(path, Json.write(Form.of(Map.of(ENTRY, Form.of(all)))), StandardCharsets.UTF_8);
    }

    static FoldValues read(Path path, int eachRepeat) throws IOException {
        var fields = Fields.of(Json.parseMap(Files.readString(path, StandardCharsets.UTF_8), path.toString()));
        var folds = new ArrayList<Measurements>();
        for (var item : fields.list(ENTRY).items()) {
            var values = Measurements.NONE;
            var fold = Fields.of(item);
            for (var name : ((MapForm) item).entries().keySet()) {
                values = values.and(name, fold.number(name));
            }
            folds.add(values);
        }
        return new FoldValues(folds, eachRepeat);
    }
}
