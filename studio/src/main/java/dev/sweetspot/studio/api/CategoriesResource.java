package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.project.Category;
import java.util.List;

/** The categories of a project. */
public record CategoriesResource(Shelf shelf) implements Resource {
    private static final String CATEGORY = "The number of the category.";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/projects/{project}/categories",
                                "Adds a category.",
                                Takes.json(Given.required("name", Kind.TEXT, "What it is called.")),
                                call -> ProjectResource.edited(project(call), one -> one.project()
                                        .edit()
                                        .addCategory(call.body().text("name").strip())))
                        .in("project", ProjectResource.PROJECT),
                Route.put(
                                "/api/projects/{project}/categories/{category}",
                                "Gives a category another name or colour.",
                                Takes.json(
                                        Given.optional("name", Kind.TEXT, "Another name."),
                                        Given.optional("colour", Kind.TEXT, "Another colour, like #0072b2.")),
                                this::change)
                        .in("project", ProjectResource.PROJECT)
                        .in("category", CATEGORY),
                Route.delete(
                                "/api/projects/{project}/categories/{category}",
                                "Deletes a category; its images are of another then, or unknown.",
                                this::delete)
                        .in("project", ProjectResource.PROJECT)
                        .in("category", CATEGORY)
                        .with(Given.optional("into", Kind.WHOLE, "The category that its images go to.")));
    }

    private OpenProject project(Call call) {
        return shelf.get(call.path("project"));
    }

    static Form form(Category category) {
        return Answer.map(
                "id", Form.of((long) category.id()),
                "name", Form.of(category.name()),
                "colour", Form.of(category.colour()));
    }

    private static int id(Call call) {
        var text = call.path("category");
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.unknown("category", text, "a number?");
        }
        return Integer.parseInt(text);
    }

    private Answer change(Call call) {
        int id = id(call);
        return ProjectResource.edited(project(call), one -> {
            call.body().findText("name").ifPresent(name -> one.project().edit().renameCategory(id, name.strip()));
            call.body()
                    .findText("colour")
                    .ifPresent(colour -> one.project().edit().recolourCategory(id, colour));
        });
    }

    private Answer delete(Call call) {
        int id = id(call);
        var into = call.findWhole("into");
        return ProjectResource.edited(project(call), one -> {
            if (into.isPresent()) {
                one.project().edit().mergeCategory(id, (int) Math.min(into.get(), Integer.MAX_VALUE));
            } else {
                one.project().edit().deleteCategory(id);
            }
        });
    }
}
