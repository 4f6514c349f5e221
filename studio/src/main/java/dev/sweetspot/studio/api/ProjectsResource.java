package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.table.TableProject;
import dev.sweetspot.studio.work.Works;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which projects there are, and new ones.
 *
 * @param shelf where they are; closed with this
 */
public record ProjectsResource(Shelf shelf) implements Resource {
    private static final long LARGEST = 64L << 30;

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/projects", "Lists the projects of this machine.", call -> Answer.of(list())),
                Route.post(
                        "/api/projects",
                        "Makes a project without images.",
                        Takes.json(Given.required("name", Kind.TEXT, "What people call it.")),
                        call -> Answer.created(
                                glance(shelf.create(call.body().text("name").strip())))),
                Route.post(
                                "/api/projects/unpack",
                                "Makes a project of one file that was exported.",
                                Takes.file("A .sweetspot file.", LARGEST),
                                this::unpack)
                        .with(Given.required("name", Kind.TEXT, "What its address is made of.")));
    }

    private Form list() {
        var projects = new ArrayList<Form>();
        for (var address : shelf.addresses()) {
            try {
                projects.add(glance(shelf.get(address)));
            } catch (InvalidInputException e) {
                // One that cannot be opened must not hide the others.
                projects.add(Answer.map(
                        "project", Form.of(address),
                        "name", Form.of(address),
                        "error", Form.of(String.valueOf(e.getMessage()))));
            }
        }
        for (var address : shelf.tables()) {
            projects.add(table(address, shelf.place(address)));
        }
        return Answer.map("projects", Form.of(projects));
    }

    private static Form table(String address, Path folder) {
        try {
            var table = TableProject.read(folder);
            return Answer.map(
                    "project", Form.of(address),
                    "name", Form.of(table.name()),
                    "file", Form.of(table.file().toString()),
                    "works", Form.of((long) Works.count(folder)));
        } catch (InvalidInputException e) {
            return Answer.map(
                    "project", Form.of(address),
                    "name", Form.of(address),
                    "error", Form.of(String.valueOf(e.getMessage())));
        }
    }

    private static Form glance(OpenProject one) {
        var view = one.project().view();
        long labelled = Arrays.stream(view.present())
                .filter(image -> view.label(image).isPresent())
                .count();
        return Answer.map(
                "project", Form.of(one.address()),
                "name", Form.of(view.name()),
                "images", Form.of((long) view.size()),
                "labelled", Form.of(labelled),
                "categories", Form.of((long) view.categories().size()),
                "works", Form.of((long) Works.count(one.project().folder())));
    }

    private Answer unpack(Call call) throws IOException {
        var file = shelf.incoming();
        try {
            Files.copy(call.file(), file, StandardCopyOption.REPLACE_EXISTING);
            return Answer.created(glance(shelf.unpack(file, call.find("name").orElse("project"))));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() {
        shelf.close();
    }
}
