package dev.sweetspot.studio.api;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.overview.ProjectSplit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What people say about images: labels, parts, notes, and which of them do not belong. */
public record LabelsResource(Shelf shelf) implements Resource {
    private static final long LARGEST = 32 << 20;

    @Override
    public List<Route> routes() {
        var images = Given.required("images", Kind.LIST, "The numbers of the images.");
        return List.of(
                Route.post(
                                "/api/projects/{project}/labels",
                                "Labels images, or takes their labels away.",
                                json(
                                        images,
                                        Given.optional(
                                                "category", Kind.WHOLE, "The category; without it they are unknown.")),
                                this::label)
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/parts",
                                "Puts images into a part, or into none.",
                                json(
                                        images,
                                        Given.optional(
                                                "part", Kind.TEXT, "training, validation or test; without it none.")),
                                this::assign)
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/split",
                                "Draws the parts of all labelled images, each category's share in each.",
                                json(
                                        Given.required("test_share", Kind.NUMBER, "0.05 to 0.5 of all."),
                                        Given.required("validation_share", Kind.NUMBER, "0.05 to 0.5 of the rest."),
                                        Given.required(
                                                "keep_test", Kind.TRUTH, "Whether the test part stays as it is."),
                                        Given.optional("seed", Kind.WHOLE, "The same seed draws the same parts.")),
                                this::split)
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/remove",
                                "Takes images out of the project; undoing brings them back.",
                                json(images),
                                call -> ProjectResource.edited(
                                        project(call),
                                        one -> one.project().edit().remove(images(call))))
                        .in("project", ProjectResource.PROJECT),
                Route.put(
                                "/api/projects/{project}/images/{image}/note",
                                "Writes a note about an image.",
                                json(Given.required("text", Kind.TEXT, "The note; empty takes it away.")),
                                this::note)
                        .in("project", ProjectResource.PROJECT)
                        .in("image", "The number of the image."));
    }

    private static Takes json(Given... entries) {
        return new Takes.Json(List.of(entries), LARGEST);
    }

    private OpenProject project(Call call) {
        return shelf.get(call.path("project"));
    }

    private Answer label(Call call) {
        var images = images(call);
        var category = call.body().findWhole("category");
        return ProjectResource.edited(project(call), one -> {
            if (category.isPresent()) {
                one.project().edit().label(images, call.body().integer("category"));
            } else {
                one.project().edit().unlabel(images);
            }
        });
    }

    private Answer assign(Call call) {
        var part = call.body().findText("part").map(word -> part(call, word));
        return ProjectResource.edited(project(call), one -> one.project().edit().assign(images(call), part));
    }

    private static Part part(Call call, String word) {
        return Arrays.stream(Part.values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Fields.wrong(
                        call.body().require("part"), "part", word, "is not known", "training, validation or test?"));
    }

    private Answer split(Call call) {
        var body = call.body();
        var splitter = new Splitter(body.number("test_share"), body.number("validation_share"));
        var random = new SplittableRandom(body.findWhole("seed").orElse(1L));
        boolean keep = body.findTruth("keep_test").orElse(true);
        return ProjectResource.edited(project(call), one -> one.project()
                .edit()
                .assign(ProjectSplit.draw(one.project().view(), splitter, keep, random)));
    }

    private Answer note(Call call) {
        var one = project(call);
        int image = one.image(call.path("image")).number();
        return ProjectResource.edited(
                one, any -> one.project().edit().note(image, call.body().text("text")));
    }

    private static List<Integer> images(Call call) {
        return call.body().list("images").items().stream()
                .map(LabelsResource::number)
                .toList();
    }

    private static Integer number(Form form) {
        return Optional.of(form)
                .filter(number -> number instanceof NumberForm)
                .map(number -> ((NumberForm) number).literal())
                .filter(literal -> literal.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> Fields.wrong(form, "image", form.kind(), "must be the number of an image", ""));
    }
}
