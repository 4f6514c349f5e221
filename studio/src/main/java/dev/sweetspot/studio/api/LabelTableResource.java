package dev.sweetspot.studio.api;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.Form;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.importing.LabelTable;
import dev.sweetspot.studio.project.LabelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Labels from a table of file names: what would happen, and then that it happens. */
public record LabelTableResource(Shelf shelf) implements Resource {
    private static final long LARGEST = 64 << 20;
    private static final int MOST_SHOWN = 100;

    @Override
    public List<Route> routes() {
        return List.of(Route.post(
                        "/api/projects/{project}/label-table",
                        "Reads labels from a table, and labels images where it is said so.",
                        Takes.file("A .csv of file names and labels.", LARGEST),
                        this::read)
                .in("project", ProjectResource.PROJECT)
                .with(Given.optional("file_column", Kind.TEXT, "The column with file names."))
                .with(Given.optional("label_column", Kind.TEXT, "The column with labels."))
                .with(Given.optional("apply", Kind.TRUTH, "Whether images are labelled; else nothing is changed."))
                .answers("What would happen, or has happened."));
    }

    private Answer read(Call call) throws IOException {
        var one = shelf.get(call.path("project"));
        var file = Files.createTempFile(one.project().folder(), "labels", ".csv");
        try {
            Files.copy(call.file(), file, StandardCopyOption.REPLACE_EXISTING);
            var table =
                    LabelTable.read(file, one.project().view(), call.find("file_column"), call.find("label_column"));
            if (call.truth("apply")) {
                one.project().edit().labelByName(table.labels(), new LabelSource.Imported("a table"));
            }
            return Answer.of(form(table, one.project().view().version()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Form form(LabelTable table, long version) {
        return Answer.map(
                "version", Form.of(version),
                "columns", texts(table.columns()),
                "file_column", Form.of(table.fileColumn()),
                "label_column", Form.of(table.labelColumn()),
                "images", Form.of((long) table.labels().size()),
                "changed", Form.of((long) table.changed()),
                "new_categories", shown(table.newCategories()),
                "unmatched", Form.of((long) table.unmatched().size()),
                "unmatched_files", shown(table.unmatched()));
    }

    /** Names of a table may be as long as the table is. */
    private static Form shown(List<String> names) {
        return texts(names.stream().limit(MOST_SHOWN).map(Shown::name).toList());
    }

    private static Form texts(List<String> texts) {
        return Form.of(texts.stream().limit(MOST_SHOWN).map(Form::of).toList());
    }
}
