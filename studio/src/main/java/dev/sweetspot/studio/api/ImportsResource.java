package dev.sweetspot.studio.api;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.format.FoundImages;
import dev.sweetspot.form.Form;
import dev.sweetspot.server.AllowedFolders;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.importing.ImportLimits;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Images that come into a project: files that a page sends, or a folder of this machine.
 *
 * @param folders of this machine that may be named
 */
public record ImportsResource(Shelf shelf, AllowedFolders folders) implements Resource {
    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/projects/{project}/uploads",
                                "Begins an upload of files that belong together.",
                                Takes.NOTHING,
                                this::begin)
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/uploads/{upload}/files",
                                "Sends one file of an upload.",
                                Takes.file("An image, or a .zip, .tar or .tar.gz of images.", Uploads.MOST_A_FILE),
                                this::file)
                        .in("project", ProjectResource.PROJECT)
                        .in("upload", "The number of the upload.")
                        .with(Given.required("path", Kind.TEXT, "What the file is called, with its folders.")),
                Route.post(
                                "/api/projects/{project}/uploads/{upload}/take",
                                "Takes all images of an upload in, in the background.",
                                Takes.NOTHING,
                                this::take)
                        .in("project", ProjectResource.PROJECT)
                        .in("upload", "The number of the upload."),
                Route.post(
                                "/api/projects/{project}/folders",
                                "Takes the images of a folder of this machine in, in the background.",
                                Takes.json(
                                        Given.required("folder", Kind.TEXT, "Its path."),
                                        Given.required("copy", Kind.TRUTH, "Whether the files are copied.")),
                                this::folder)
                        .in("project", ProjectResource.PROJECT),
                Route.delete("/api/projects/{project}/incoming", "Stops the import; what is in stays in.", call -> {
                            project(call).incoming().stop();
                            return Answer.done();
                        })
                        .in("project", ProjectResource.PROJECT));
    }

    private OpenProject project(Call call) {
        return shelf.get(call.path("project"));
    }

    private Answer begin(Call call) throws IOException {
        return Answer.created(Answer.map(
                "upload", Form.of((long) project(call).uploads().begin().number())));
    }

    private Answer file(Call call) throws IOException {
        var upload = project(call).uploads().get(call.path("upload"));
        upload.take(call.find("path").orElse(""), call.file());
        return Answer.done();
    }

    private Answer take(Call call) {
        var one = project(call);
        var upload = one.uploads().get(call.path("upload"));
        one.incoming().begin(Shown.name(upload.name()), Optional.empty(), upload::images, upload::delete);
        one.uploads().end(upload);
        return Answer.of(one.incoming().form());
    }

    private Answer folder(Call call) {
        var one = project(call);
        var folder = folders.existing("folder", call.body().text("folder"));
        boolean copy = call.body().findTruth("copy").orElse(true);
        one.incoming()
                .begin(
                        Shown.name(folder.toString()),
                        copy ? Optional.empty() : Optional.of(folder.toString()),
                        () -> FoundImages.within(folder, folders::holds, ImportLimits.USUAL.mostEntries()),
                        () -> {});
        return Answer.of(one.incoming().form());
    }
}
