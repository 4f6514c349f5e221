package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
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

/** Writes the trials of a study for other programs. */
final class StudyExport {
    private final StoreOptions stores;
    private final OutputOptions output;

    StudyExport(StoreOptions stores, OutputOptions output) {
        this.stores = stores;
        this.output = output;
    }

    /** Whether it is a study that is written so. */
    static boolean takes(String format) {
        return TableFormats.find(format).isPresent();
    }

    /**
     * Writes them, and says where.
     *
     * @param out empty for the usual place
     * @return for programs
     */
    Form write(String name, List<String> formats, Optional<Path> out) throws IOException {
        var tables = formats.stream().map(StudyExport::format).toList();
        try (var store = stores.existing()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            var folder = ExportCommand.checked(
                    out.orElseGet(() -> Path.of("sweetspot-out", name.replaceAll("[^\\w.-]", "_"), "export")));
            Files.createDirectories(folder);
            var written = new ArrayList<Form>();
            for (var format : tables) {
                for (var table : tables(store, study)) {
                    var file = TableFormats.write(table, format, folder);
                    output.say(file + "  " + table.name() + ", " + format.help());
                    written.add(Form.of(file.toString()));
                }
            }
            var entries = new LinkedHashMap<String, Form>();
            entries.put("study", Form.of(name));
            entries.put("files", Form.of(written));
            return Form.of(entries);
        }
    }

    private static TableFormat format(String name) {
        return TableFormats.find(name)
                .orElseThrow(() -> new InvalidInputException(
                        "--to", name, "is written of models, the others of studies", "two commands?"));
    }

    private static List<Table> tables(Store store, Study study) {
        var problem = study.spec().problem();
        var history = study.history();
        return List.of(
                new TrialTable(problem, study.space(), history),
                new ReportTable(store, study.spec().name(), problem, history));
    }
}
