package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trackers.Export;
import dev.sweetspot.trackers.Target;
import dev.sweetspot.trackers.TrackerProvider;
import dev.sweetspot.trackers.table.ReportTable;
import dev.sweetspot.trackers.table.Table;
import dev.sweetspot.trackers.table.TableFormat;
import dev.sweetspot.trackers.table.TableFormats;
import dev.sweetspot.trackers.table.TrialTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the trials of a study for other programs. */
final class StudyExport {
    private static final String FOLDER = "tensorboard";

    private final StoreOptions stores;
    private final OutputOptions output;

    StudyExport(StoreOptions stores, OutputOptions output) {
        this.stores = stores;
        this.output = output;
    }

    /** What --to may say of a study. */
    static Stream<String> names() {
        return Stream.concat(
                TableFormats.installed().stream().map(TableFormat::name),
                Target.kinds().stream().map(TrackerProvider::name));
    }

    /** Whether it is a study that is written so. */
    static boolean takes(String format) {
        return TableFormats.find(format).isPresent() || Target.isOne(format);
    }

    /**
     * Writes them, and says where.
     *
     * @param out empty for the usual place
     * @return for programs
     */
    Form write(String name, List<String> formats, Optional<Path> out) throws IOException {
        var folder = ExportCommand.checked(
                out.orElseGet(() -> Path.of("sweetspot-out", name.replaceAll("[^\\w.-]", "_"), "export")));
        var tables = formats.stream()
                .flatMap(each -> TableFormats.find(each).stream())
                .toList();
        var targets = formats.stream()
                .filter(each -> TableFormats.find(each).isEmpty())
                .map(each -> target(each, folder))
                .toList();
        try (var store = stores.existing()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            var files = tables.isEmpty() ? List.<Form>of() : write(tables(store, study), tables, folder);
            for (var target : targets) {
                Export.to(target, store, study);
                output.say(target + "  " + target.kind().help());
            }
            var entries = new LinkedHashMap<String, Form>();
            entries.put("study", Form.of(name));
            entries.put("files", Form.of(files));
            entries.put(
                    "tracked",
                    Form.of(targets.stream()
                            .map(each -> Form.of(each.toString()))
                            .toList()));
            return Form.of(entries);
        }
    }

    /** A kind that writes a folder may leave it out: --out says it. */
    private static Target target(String text, Path folder) {
        if (!Target.isOne(text)) {
            throw new InvalidInputException(
                    "--to", text, "is written of models, the others of studies", "two commands?");
        }
        return Target.parse("--to", text.equals(FOLDER) ? text + ":" + folder : text);
    }

    private List<Form> write(List<Table> tables, List<TableFormat> formats, Path folder) throws IOException {
        Files.createDirectories(folder);
        var written = new ArrayList<Form>();
        for (var format : formats) {
            for (var table : tables) {
                var file = TableFormats.write(table, format, folder);
                output.say(file + "  " + table.name() + ", " + format.help());
                written.add(Form.of(file.toString()));
            }
        }
        return written;
    }

    private static List<Table> tables(Store store, Study study) {
        var problem = study.spec().problem();
        var history = study.history();
        return List.of(
                new TrialTable(problem, study.space(), history),
                new ReportTable(store, study.spec().name(), problem, history));
    }
}
