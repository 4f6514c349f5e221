package dev.sweetspot.data.learner;

import dev.sweetspot.data.Partition;
import dev.sweetspot.data.metric.StandardError;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.trial.FoldValues;
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
 * What the folds of a trial measured so far, in their order: what a trial whose fidelity is folds reports and keeps.
 *
 * @param folds a fold each
 * @param eachRepeat how many folds have all items among them, each once; at least 1
 */
public record FoldsSoFar(List<Measurements> folds, int eachRepeat) {
    private static final String ENTRY = "folds";

    /** Keeps a copy. */
    public FoldsSoFar {
        folds = List.copyOf(folds);
    }

    /** Before the first fold. */
    public static FoldsSoFar none(Partition partition) {
        double all = Math.max(1, partition.parts().trainingAndValidation().length);
        int validating = partition.folds().stream()
                .mapToInt(fold -> fold.validation().length)
                .sum();
        int repeats = (int) Math.max(1, Math.round(validating / all));
        return new FoldsSoFar(List.of(), Math.max(1, partition.folds().size() / repeats));
    }

    /** The same and one fold more. */
    public FoldsSoFar and(Measurements fold) {
        var more = new ArrayList<>(folds);
        more.add(fold);
        return new FoldsSoFar(more, eachRepeat);
    }

    /** How many there are. */
    public int count() {
        return folds.size();
    }

    /**
     * The mean over the folds so far of each value that all of them have; nothing before the first. The folds of a repeat have
     * no item in common, so the standard error of their mean is the root of the mean of their squared errors, divided by the
     * root of their number; more repeats have the same items again, and make it no smaller.
     */
    public Measurements mean() {
        var result = Measurements.NONE;
        for (var name : folds.isEmpty()
                ? List.<String>of()
                : List.copyOf(folds.get(0).values().keySet())) {
            boolean error = isError(name);
            double sum = 0;
            for (var fold : folds) {
                double value = fold.find(name).orElse(Double.NaN);
                sum += error ? value * value : value;
            }
            double mean = sum / count();
            if (!Double.isNaN(mean)) {
                result = result.and(name, error ? Math.sqrt(mean / Math.min(count(), eachRepeat)) : mean);
            }
        }
        return result;
    }

    private static boolean isError(String name) {
        return name.endsWith(StandardError.nameOf(""));
    }

    /**
     * The mean so far, and what the last fold alone measured of some, as {@link FoldValues#nameOf} calls it.
     *
     * @param ofFold which
     */
    public Measurements report(List<String> ofFold) {
        var result = mean();
        for (var name : ofFold) {
            result = result.and(
                    FoldValues.nameOf(name), folds.get(count() - 1).find(name).orElse(Double.NaN));
        }
        return result;
    }

    /** Writes it: the checkpoint of a trial between two folds. */
    public void write(Path path) throws IOException {
        var all = new ArrayList<Form>();
        for (var fold : folds) {
            var entries = new LinkedHashMap<String, Form>();
            fold.values().forEach((name, value) -> entries.put(name, Form.of(value)));
            all.add(Form.of(entries));
        }
        Files.writeString(path, Json.write(Form.of(Map.of(ENTRY, Form.of(all)))), StandardCharsets.UTF_8);
    }

    /** The same with the folds that were written. */
    public FoldsSoFar read(Path path) throws IOException {
        var fields = Fields.of(Json.parseMap(Files.readString(path, StandardCharsets.UTF_8), path.toString()));
        var read = new ArrayList<Measurements>();
        for (var item : fields.list(ENTRY).items()) {
            var values = Measurements.NONE;
            var fold = Fields.of(item);
            for (var name : ((MapForm) item).entries().keySet()) {
                values = values.and(name, fold.number(name));
            }
            read.add(values);
        }
        return new FoldsSoFar(read, eachRepeat);
    }
}
