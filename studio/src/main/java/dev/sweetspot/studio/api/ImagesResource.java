package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Bytes;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.studio.overview.Problem;
import dev.sweetspot.studio.project.LabelSource;
import dev.sweetspot.studio.project.ProjectImage;
import dev.sweetspot.studio.project.ProjectView;
import dev.sweetspot.studio.thumbnail.Thumbnails;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The images of a project: what never changes of them, what people say about them, and their pictures. */
public record ImagesResource(Shelf shelf) implements Resource {
    private static final int LARGE = 1024;
    private static final String IMAGE = "The number of the image.";
    private static final String VERSION =
            "Anything that changes with the picture, so that a browser keeps it: the project's \"look\" and the image's hash.";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/projects/{project}/images", "Tells what never changes of images.", this::images)
                        .in("project", ProjectResource.PROJECT)
                        .with(Given.optional("from", Kind.WHOLE, "The first number that is told; 0 for all.")),
                Route.get(
                                "/api/projects/{project}/labels",
                                "Tells what people say about all images, in lists by their numbers.",
                                this::labels)
                        .in("project", ProjectResource.PROJECT),
                Route.get("/api/projects/{project}/images/{image}", "Tells all about an image.", this::one)
                        .in("project", ProjectResource.PROJECT)
                        .in("image", IMAGE),
                Route.get(
                                "/api/projects/{project}/images/{image}/thumbnail",
                                "Gives a small picture.",
                                call -> picture(call, Thumbnails.SIDE))
                        .in("project", ProjectResource.PROJECT)
                        .in("image", IMAGE)
                        .with(Given.optional("v", Kind.TEXT, VERSION))
                        .answers("A picture of at most 96 pixels a side.", "image/*"),
                Route.get(
                                "/api/projects/{project}/images/{image}/picture",
                                "Gives a large picture.",
                                call -> picture(call, LARGE))
                        .in("project", ProjectResource.PROJECT)
                        .in("image", IMAGE)
                        .with(Given.optional("v", Kind.TEXT, VERSION))
                        .answers("A picture of at most 1024 pixels a side.", "image/*"));
    }

    private Answer images(Call call) {
        var all = shelf.get(call.path("project")).project().view().all();
        int from = (int) Math.max(0, Math.min(all.size(), call.findWhole("from").orElse(0L)));
        var images = all.subList(from, all.size());
        return Answer.of(Answer.map(
                "from", Form.of((long) from),
                "names", list(images, image -> Form.of(image.name())),
                "hashes", list(images, image -> Form.of(image.hash().substring(0, 8))),
                "heights", list(images, image -> Form.of((long) image.facts().height())),
                "widths", list(images, image -> Form.of((long) image.facts().width())),
                "channels", list(images, image -> Form.of((long) image.facts().channels()))));
    }

    private static Form list(List<ProjectImage> images, Function<ProjectImage, Form> what) {
        return Form.of(images.stream().map(what).toList());
    }

    private Answer labels(Call call) {
        var one = shelf.get(call.path("project"));
        var view = one.project().view();
        var problems = one.problems(view).of();
        return Answer.of(Answer.map(
                "version", Form.of(view.version()),
                "labels",
                        list(
                                view.all(),
                                image -> Form.of((long) view.label(image.number())
                                        .map(label -> label.category())
                                        .orElse(-1))),
                "parts",
                        list(
                                view.all(),
                                image -> Form.of(view.part(image.number())
                                        .map(part -> part.word())
                                        .orElse(""))),
                "who",
                        list(
                                view.all(),
                                image -> Form.of(view.label(image.number())
                                        .map(label -> who(label.source()))
                                        .orElse(""))),
                "removed",
                        Form.of(view.all().stream()
                                .filter(image -> view.removed(image.number()))
                                .map(image -> Form.of((long) image.number()))
                                .toList()),
                "problems",
                        Form.of(problems.entrySet().stream()
                                .map(entry -> Answer.map(
                                        "image", Form.of((long) entry.getKey()), "problems", words(entry.getValue())))
                                .toList())));
    }

    private static String who(LabelSource source) {
        return LabelRows.who(source);
    }

    private static Form words(Set<Problem> problems) {
        return Form.of(problems.stream()
                .map(problem -> Form.of(problem.name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    private Answer one(Call call) {
        var project = shelf.get(call.path("project"));
        var image = project.image(call.path("image"));
        var view = project.project().view();
        var problems = project.problems(view).of().getOrDefault(image.number(), Set.of());
        var facts = image.facts();
        return Answer.of(Answer.map(
                "image", Form.of((long) image.number()),
                "name", Form.of(image.name()),
                "hash", Form.of(image.hash()),
                "bytes", Form.of(image.bytes()),
                "height", Form.of((long) facts.height()),
                "width", Form.of((long) facts.width()),
                "channels", Form.of((long) facts.channels()),
                "bits", Form.of((long) facts.bits()),
                "label",
                        Form.of((long) view.label(image.number())
                                .map(label -> label.category())
                                .orElse(-1)),
                "said_by", Form.of(saidBy(view, image)),
                "part",
                        Form.of(view.part(image.number())
                                .map(part -> part.word())
                                .orElse("")),
                "note", Form.of(view.note(image.number())),
                "problems",
                        Form.of(problems.stream()
                                .map(problem -> Form.of(problem.words()))
                                .toList())));
    }

    private static String saidBy(ProjectView view, ProjectImage image) {
        return view.label(image.number())
                .map(label -> {
                    if (label.source() instanceof LabelSource.Imported imported) {
                        return "taken from " + imported.from();
                    }
                    if (label.source() instanceof LabelSource.Accepted accepted) {
                        return String.format(
                                Locale.ROOT,
                                "predicted by %s (%.0f %%) and accepted",
                                accepted.model(),
                                100 * accepted.probability());
                    }
                    return "labelled by a person";
                })
                .orElse("");
    }

    private Answer picture(Call call, int side) {
        var project = shelf.get(call.path("project"));
        var image = project.image(call.path("image"));
        try {
            var picture = project.picture(image, side);
            return new Answer.Content(
                    Thumbnails.type(picture), Bytes.of(picture), call.find("v").isPresent());
        } catch (IOException e) {
            throw Refusal.unknown("picture", image.number() + " (" + e.getMessage() + ")", "take the image in again?");
        }
    }
}
