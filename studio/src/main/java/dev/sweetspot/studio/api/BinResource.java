package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.project.Project;
import dev.sweetspot.studio.table.TableProject;
import java.nio.file.Path;
import java.util.List;

/** Deletes projects, and brings them back: what is deleted lies in a bin until it is deleted for good. */
public record BinResource(Shelf shelf, Workshop workshop) implements Resource {
    private static final String NAME = "Its name, as the list of the bin has it.";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.delete("/api/projects/{project}", "Moves a project into the bin.", this::discard)
                        .in("project", ProjectResource.PROJECT)
                        .answers("Where it lies now."),
                Route.get("/api/bin", "Lists the projects in the bin.", call -> Answer.of(list())),
                Route.post(
                                "/api/bin/{project}/restore",
                                "Brings a project back.",
                                Takes.NOTHING,
                                call -> Answer.of(Answer.map("project", Form.of(shelf.restore(call.path("project"))))))
                        .in("project", NAME),
                Route.delete("/api/bin/{project}", "Deletes a project for good.", call -> {
                            shelf.bin().forget(call.path("project"));
                            return Answer.done();
                        })
                        .in("project", NAME));
    }

    private Answer discard(Call call) {
        var place = workshop.discard(call.path("project"));
        return Answer.of(Answer.map(
                "bin", Form.of(place.getFileName().toString()),
                "folder", Form.of(place.toAbsolutePath().normalize().toString())));
    }

    private Form list() {
        var bin = shelf.bin();
        return Answer.map(
                "folder", Form.of(bin.folder().toAbsolutePath().normalize().toString()),
                "projects",
                        Form.of(bin.names().stream()
                                .map(name -> Answer.map("bin", Form.of(name), "name", Form.of(title(bin.place(name)))))
                                .toList()));
    }

    /** What people call it; one that is damaged has its address only. */
    private static String title(Path project) {
        try {
            return TableProject.isOne(project)
                    ? TableProject.read(project).name()
                    : Project.read(project).name();
        } catch (InvalidInputException damaged) {
            return String.valueOf(project.getFileName());
        }
    }
}
