package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.project.Category;
import dev.sweetspot.studio.project.Label;
import dev.sweetspot.studio.project.LabelSource;
import dev.sweetspot.studio.project.Project;
import dev.sweetspot.studio.work.Wish;
import dev.sweetspot.studio.work.Work;
import dev.sweetspot.studio.work.WorkState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a model says of images that nobody has labelled, the least sure first: those are worth a look. */
public record PredictionsResource(Workshop workshop) implements Resource {
    private static final long LARGEST = 32 << 20;

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/projects/{project}/predictions",
                                "Lets a model say what the unknown images show.",
                                Takes.json(Given.required(
                                        "work", Kind.WHOLE, "The training or search that made the model.")),
                                this::begin)
                        .in("project", ProjectResource.PROJECT),
                WorksResource.one(Route.get(
                        "/api/projects/{project}/works/{work}/predictions",
                        "Tells what the model said of each image, the least sure first.",
                        this::rows)),
                WorksResource.one(Route.post(
                        "/api/projects/{project}/works/{work}/accept",
                        "Takes over what the model said as labels.",
                        new Takes.Json(
                                List.of(Given.required("images", Kind.LIST, "The numbers of the images.")), LARGEST),
                        this::accept)),
                WorksResource.one(Route.get(
                                "/api/projects/{project}/works/{work}/predictions.csv",
                                "Gives what the model said, as a table.",
                                this::table)
                        .answers("The probability of each class, a line an image.", "text/csv")));
    }

    private Answer begin(Call call) throws IOException {
        var bench = workshop.bench(call.path("project"));
        var maker = WorksResource.work(bench, Long.toString(call.body().whole("work")));
        if (!(maker.state() instanceof WorkState.Done) || maker.wish() instanceof Wish.Prediction) {
            throw Refusal.conflict("work", maker.number(), "has made no model", "another one?");
        }
        var project = bench.project().project();
        var view = project.view();
        var unknown = Arrays.stream(view.present())
                .filter(image -> view.label(image).isEmpty())
                .toArray();
        if (unknown.length == 0) {
            throw Refusal.conflict("unknown images", 0, "must be at least 1", "add some that have no label?");
        }
        var work = bench.works()
                .begin(
                        new Wish.Prediction(maker.place().out().toAbsolutePath()),
                        folder -> packed(project, unknown, folder));
        return Answer.created(Answer.map("work", Form.of((long) work.number())));
    }

    /** The images under their names: what is said of them is found again by these. */
    private static Path packed(Project project, int[] images, Path folder) throws IOException {
        var file = folder.resolve("unknown-" + project.view().version() + ".zip");
        if (Files.exists(file)) {
            return file;
        }
        var aside = Files.createTempFile(folder, "unknown", ".tmp");
        try (var zip = new ZipOutputStream(Files.newOutputStream(aside))) {
            // Images are packed already.
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int image : images) {
                var one = project.view().image(image);
                zip.putNextEntry(new ZipEntry(image + ending(one.name())));
                zip.write(project.originals().read(one));
                zip.closeEntry();
            }
        }
        return Files.move(aside, file);
    }

    /** A number is a safe name; the ending says of which kind the image is. */
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot);
        return ending.matches("\\.[A-Za-z0-9]{1,5}") ? ending : ".png";
    }

    private static List<SaidTables.Said> said(Workshop.Bench bench, Work work) {
        if (!Files.exists(work.place().predictions())) {
            throw Refusal.conflict("work", work.number(), "has said nothing yet", "wait until it is done?");
        }
        return bench.said().of(work.place().predictions());
    }

    private Answer rows(Call call) {
        var bench = workshop.bench(call.path("project"));
        var view = bench.project().project().view();
        var rows = said(bench, WorksResource.work(bench, call.path("work"))).stream()
                .filter(said -> said.image() < view.all().size() && !view.removed(said.image()))
                .<Form>map(said -> Answer.map(
                        "image", Form.of((long) said.image()),
                        "predicted", Form.of(said.predicted()),
                        "probability", Form.of(said.probability()),
                        "labelled", Form.of(view.label(said.image()).isPresent())))
                .toList();
        return Answer.of(Answer.map("predictions", Form.of(rows)));
    }

    private Answer accept(Call call) {
        var bench = workshop.bench(call.path("project"));
        var work = WorksResource.work(bench, call.path("work"));
        var wanted = new HashSet<Integer>();
        call.body().list("images").items().stream()
                .filter(NumberForm.class::isInstance)
                .forEach(number -> wanted.add((int) ((NumberForm) number).doubleValue()));
        var project = bench.project().project();
        var categories = project.view().categories().stream().collect(Collectors.toMap(Category::name, Category::id));
        Map<Integer, Label> labels = new HashMap<>();
        for (var said : said(bench, work)) {
            var category = categories.get(said.predicted());
            if (wanted.contains(said.image()) && category != null) {
                labels.put(
                        said.image(),
                        new Label(
                                category,
                                new LabelSource.Accepted("work " + work.number(), Math.min(1, said.probability()))));
            }
        }
        return ProjectResource.edited(
                bench.project(), one -> one.project().edit().accept(labels));
    }

    private Answer table(Call call) {
        var bench = workshop.bench(call.path("project"));
        var work = WorksResource.work(bench, call.path("work"));
        // Before anything is sent, so that a refusal can still be one.
        said(bench, work);
        return new Answer.Download(
                bench.project().project().view().name() + " predictions.csv",
                "text/csv; charset=utf-8",
                out -> write(bench, work, out));
    }

    /** Writes what a work said of images as a table. */
    static void write(Workshop.Bench bench, Work work, OutputStream out) throws IOException {
        var view = bench.project().project().view();
        var text = new StringBuilder("file,predicted,probability\n");
        for (var said : said(bench, work)) {
            if (said.image() < view.all().size()) {
                LabelRows.append(
                        text, view.image(said.image()).name(), said.predicted(), Double.toString(said.probability()));
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
