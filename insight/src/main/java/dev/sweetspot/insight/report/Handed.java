package dev.sweetspot.insight.report;

import dev.sweetspot.data.metric.Report;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.insight.result.PredictionsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a job handed over: the winner, measured once.
 *
 * @param folder where it lies
 * @param report how good it is, as {@code report.json} says
 * @param record seeds, versions and the data's hash
 * @param bundle what it takes to train it again; empty in folders of before there were bundles
 */
public record Handed(Path folder, MapForm report, MapForm record, Optional<MapForm> bundle) {
    /**
     * What lies in a folder; empty when it holds no result of that study.
     *
     * @throws InvalidInputException when a file of it is no JSON
     */
    public static Optional<Handed> in(Path folder, String study) {
        var record = folder.resolve("record.json");
        var report = folder.resolve("report.json");
        if (!Files.isRegularFile(record) || !Files.isRegularFile(report)) {
            return Optional.empty();
        }
        var written = read(record);
        if (!written.find("study").equals(Optional.of(Form.of(study)))) {
            return Optional.empty();
        }
        var bundle = folder.resolve("bundle.json");
        return Optional.of(new Handed(
                folder,
                read(report),
                written,
                Files.isRegularFile(bundle) ? Optional.of(read(bundle)) : Optional.empty()));
    }

    private static MapForm read(Path file) {
        try {
            return Json.parseMap(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the winner said of each test item, judged; empty where it was not handed over, or makes no answer to each.
     *
     * @throws InvalidInputException when the file is damaged
     */
    public Optional<Report> answers() {
        return PredictionsFile.in(folder).flatMap(PredictionsFile::report);
    }

    /** How good the winner is on the test part. */
    Optional<TestFigures> test() {
        return figures("test");
    }

    /** How good the default configuration is there; empty where it was not measured. */
    Optional<TestFigures> standard() {
        return figures("default_test");
    }

    private Optional<TestFigures> figures(String key) {
        return report.find(key).orElse(null) instanceof MapForm figures
                ? Optional.of(new TestFigures(figures))
                : Optional.empty();
    }

    /** What was said of the winner beside the default; empty where nothing was. */
    Optional<String> verdict() {
        return Fields.of(report).findText("verdict").filter(text -> !text.isBlank());
    }

    /** The configuration of the winner. */
    Optional<MapForm> configuration() {
        return record.find("winner").orElse(null) instanceof MapForm winner
                        && winner.find("configuration").orElse(null) instanceof MapForm configuration
                ? Optional.of(configuration)
                : Optional.empty();
    }

    /**
     * "1.1 of 70 planned epochs", where the last training ended before its plan because its time was over; empty where it was
     * whole.
     */
    Optional<String> cutShort() {
        if (bundle.isEmpty()
                || !(bundle.get().find("planned_epochs").orElse(null) instanceof Form.ListForm plans)
                || plans.items().size() < 2) {
            return Optional.empty();
        }
        double planned = Fields.of(plans.items().get(0)).number("epochs");
        double came = Fields.of(plans.items().get(plans.items().size() - 1)).number("epochs");
        return came < planned
                ? Optional.of(Figures.of(came) + " of " + Figures.of(planned) + " planned epochs")
                : Optional.empty();
    }
}
