package dev.sweetspot.studio.api;

import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.form.Form;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Live;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.overview.Balance;
import dev.sweetspot.studio.project.Category;
import dev.sweetspot.studio.project.ChannelForms;
import dev.sweetspot.studio.project.Label;
import dev.sweetspot.studio.project.ProjectFile;
import dev.sweetspot.studio.table.TableProject;
import dev.sweetspot.studio.thumbnail.Rendering;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One project at a glance, what can be taken back in it, and all of it as one file. */
public record ProjectResource(Shelf shelf) implements Resource {
    private static final String TOPIC = "project/";
    static final String PROJECT = "The address of the project, as the list has it.";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/projects/{project}",
                                "Tells a project at a glance.",
                                call -> Answer.of(glance(project(call))))
                        .in("project", PROJECT),
                Route.put(
                                "/api/projects/{project}/name",
                                "Calls a project otherwise.",
                                Takes.json(Given.required("name", Kind.TEXT, "What people call it.")),
                                this::rename)
                        .in("project", PROJECT),
                Route.put(
                                "/api/projects/{project}/channels",
                                "Shows the channels of images otherwise.",
                                Takes.json(Given.required("channels", Kind.LIST, "How each channel is shown.")),
                                call -> edited(project(call), one -> one.project()
                                        .edit()
                                        .show(call.body().list("channels").items().stream()
                                                .map(ChannelForms::fromForm)
                                                .toList())))
                        .in("project", PROJECT),
                Route.post(
                                "/api/projects/{project}/undo",
                                "Takes the last step back.",
                                Takes.NOTHING,
                                call -> edited(
                                        project(call), one -> one.project().undo()))
                        .in("project", PROJECT),
                Route.post(
                                "/api/projects/{project}/redo",
                                "Does the step again that was taken back last.",
                                Takes.NOTHING,
                                call -> edited(
                                        project(call), one -> one.project().redo()))
                        .in("project", PROJECT),
                Route.get("/api/projects/{project}/file", "Gives all of a project.", this::file)
                        .in("project", PROJECT)
                        .answers("One file that opens elsewhere.", "application/zip"),
                Route.get("/api/projects/{project}/labels.csv", "Gives the labels as a table.", this::table)
                        .in("project", PROJECT)
                        .answers("The columns file, label, part and who.", "text/csv"));
    }

    private Answer rename(Call call) {
        var address = call.path("project");
        var name = call.body().text("name").strip();
        if (shelf.isTable(address)) {
            var folder = shelf.place(address);
            TableProject.read(folder).called(name).write(folder);
            return Answer.done();
        }
        return edited(project(call), one -> one.project().edit().name(name));
    }

    private OpenProject project(Call call) {
        return shelf.get(call.path("project"));
    }

    /** Changes a project. */
    interface Edit {
        void in(OpenProject project);
    }

    static Answer edited(OpenProject project, Edit edit) {
        edit.in(project);
        return Answer.of(project.changed());
    }

    @Override
    public Optional<Live> live(String topic) {
        if (!topic.startsWith(TOPIC) || !shelf.addresses().contains(topic.substring(TOPIC.length()))) {
            return Optional.empty();
        }
        var one = shelf.get(topic.substring(TOPIC.length()));
        return Optional.of(() -> Answer.map(
                "version", Form.of(one.project().view().version()),
                "incoming", one.incoming().form()));
    }

    private static Form glance(OpenProject one) {
        var view = one.project().view();
        var rows = new ArrayList<Form>();
        for (var row : Balance.of(view).rows()) {
            rows.add(Answer.map(
                    "category", Form.of((long) row.category().map(Category::id).orElse(-1)),
                    "training", Form.of((long) row.training()),
                    "validation", Form.of((long) row.validation()),
                    "test", Form.of((long) row.test()),
                    "unassigned", Form.of((long) row.unassigned())));
        }
        var splitter = new Splitter();
        int most = view.all().stream()
                .mapToInt(image -> image.facts().channels())
                .max()
                .orElse(0);
        var channels = view.channels().isEmpty() ? Rendering.usual(most) : view.channels();
        return Answer.map(
                "project", Form.of(one.address()),
                "name", Form.of(view.name()),
                "version", Form.of(view.version()),
                "images", Form.of((long) view.size()),
                "undo", Form.of(view.steps().undo().orElse("")),
                "redo", Form.of(view.steps().redo().orElse("")),
                "categories",
                        Form.of(view.categories().stream()
                                .map(CategoriesResource::form)
                                .toList()),
                "balance", Form.of(rows),
                "skipped", Form.of((long) view.skipped().size()),
                "skipped_files", Incoming.skipped(view.skipped()),
                "channels", Form.of(channels.stream().map(ChannelForms::toForm).toList()),
                "look", Form.of(one.rendering().key()),
                "test_share", Form.of(splitter.testShare()),
                "validation_share", Form.of(splitter.validationShare()),
                "incoming", one.incoming().form());
    }

    private Answer file(Call call) {
        var one = project(call);
        var folder = one.project().folder();
        return new Answer.Download(
                one.project().view().name() + ProjectFile.ENDING,
                "application/zip",
                out -> ProjectFile.write(folder, out));
    }

    private Answer table(Call call) {
        var view = project(call).project().view();
        return new Answer.Download(view.name() + " labels.csv", "text/csv; charset=utf-8", out -> {
            var text = new StringBuilder("file,label,part,who\n");
            for (int image : view.present()) {
                var label = view.label(image);
                LabelRows.append(
                        text,
                        view.image(image).name(),
                        label.map(Label::category)
                                .flatMap(view::category)
                                .map(Category::name)
                                .orElse(""),
                        view.part(image).map(part -> part.word()).orElse(""),
                        label.map(Label::source).map(LabelRows::who).orElse(""));
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        });
    }
}
