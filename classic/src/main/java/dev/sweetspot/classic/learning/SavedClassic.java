package dev.sweetspot.classic.learning;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A classical model that was saved. The file alone is enough: it has how columns are prepared and how answers are read. */
public final class SavedClassic implements AutoCloseable {
    private final Fit fit;
    private final MapForm training;

    private SavedClassic(Fit fit, MapForm training) {
        this.fit = fit;
        this.training = training;
    }

    /** Whether a file looks like the model of one, rather than like a network. */
    public static boolean recognises(Path file) {
        return ModelFile.recognises(file);
    }

    /**
     * Loads a model file.
     *
     * @throws InvalidInputException when it is none
     */
    public static SavedClassic load(Path file) {
        if (!Files.isRegularFile(file)) {
            throw refused(
                    file, Files.isDirectory(file) ? "it is a folder" : "there is no such file", "its model.sweetspot?");
        }
        try {
            var content = ModelFile.read(file);
            return new SavedClassic(content.fit(), content.training());
        } catch (IOException | RuntimeException e) {
            var refusal = refused(file, String.valueOf(e.getMessage()), "the model.sweetspot of a job, copied again?");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static InvalidInputException refused(Path file, String why, String maybe) {
        return new InvalidInputException(
                "model", Shown.name(file.toString()), "must be a model file that can be read, but " + why, maybe);
    }

    /** The name of its family; "constant" where there was nothing to learn. */
    public String family() {
        return fit.family();
    }

    /** How it was fitted: configuration, seed, threads, the hash of the data. */
    public MapForm training() {
        return training;
    }

    /** The columns that it wants, in its order: what {@link dev.sweetspot.data.table.Tables#unlabelled} reads of a file. */
    public List<TablePreparation.Wanted> columns() {
        return fit.preparation().columns();
    }

    /**
     * What it says of all rows of a table.
     *
     * @param set with the columns of {@link #columns()}, in their order; its categories may be others
     * @throws InvalidInputException when its columns are others
     */
    public Predictions predict(TableSet set) {
        return fit.predict(set, IntStream.range(0, set.size()).toArray());
    }

    @Override
    public void close() {
        fit.close();
    }
}
