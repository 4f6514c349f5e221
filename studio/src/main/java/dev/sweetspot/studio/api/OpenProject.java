package dev.sweetspot.studio.api;

import dev.sweetspot.data.image.ImageDecoder;
import dev.sweetspot.form.Form;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.studio.importing.Decoding;
import dev.sweetspot.studio.importing.ImportLimits;
import dev.sweetspot.studio.overview.Problems;
import dev.sweetspot.studio.project.Project;
import dev.sweetspot.studio.project.ProjectImage;
import dev.sweetspot.studio.project.ProjectView;
import dev.sweetspot.studio.thumbnail.Rendering;
import dev.sweetspot.studio.thumbnail.Thumbnails;
import java.io.IOException;
import java.util.Optional;

/** A project that is served: itself, its thumbnails, and what comes in just now. */
public final class OpenProject implements AutoCloseable {
    private final String address;
    private final Project project;
    private final Thumbnails thumbnails;
    private final Decoding decoding = new Decoding(ImportLimits.USUAL.longest());
    private final Uploads uploads;
    private final Incoming incoming;
    private Optional<Seen> seen = Optional.empty();

    private record Seen(long version, Problems problems) {}

    OpenProject(String address, Project project, int threads) {
        this.address = address;
        this.project = project;
        this.thumbnails = new Thumbnails(project.folder().resolve("thumbnails"));
        this.uploads = new Uploads(project.folder().resolve("uploads"));
        this.incoming = new Incoming(project, threads, (hash, image) -> thumbnails.put(hash, rendering(), image));
    }

    /** Its name in addresses. */
    public String address() {
        return address;
    }

    /** Itself. */
    public Project project() {
        return project;
    }

    Uploads uploads() {
        return uploads;
    }

    Incoming incoming() {
        return incoming;
    }

    Rendering rendering() {
        return new Rendering(project.view().channels());
    }

    /** What is wrong with images; looked for once in each version. */
    synchronized Problems problems(ProjectView view) {
        if (seen.isEmpty() || seen.get().version() != view.version()) {
            seen = Optional.of(new Seen(view.version(), Problems.in(view)));
        }
        return seen.get().problems();
    }

    /** An image by the number in an address. */
    ProjectImage image(String number) {
        var all = project.view().all();
        int index = number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
        if (index < 0 || index >= all.size()) {
            throw Refusal.unknown("image", number, "a number below " + all.size() + "?");
        }
        return all.get(index);
    }

    /** A picture of an image, at most so many pixels a side. */
    byte[] picture(ProjectImage image, int side) throws IOException {
        return thumbnails.get(image.hash(), rendering(), side, () -> {
            var bytes = project.originals().read(image);
            return decoding.within(() -> ImageDecoder.decode(bytes));
        });
    }

    /** What a change answers: the version that it led to, and what can be taken back. */
    Form changed() {
        var view = project.view();
        return Answer.map(
                "version", Form.of(view.version()),
                "undo", Form.of(view.steps().undo().orElse("")),
                "redo", Form.of(view.steps().redo().orElse("")));
    }

    @Override
    public void close() {
        incoming.close();
        decoding.close();
        project.close();
    }
}
