package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.studio.project.ProjectView;
import dev.sweetspot.studio.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a training or a search handed over: how good the model is on the test part, what it gets wrong, and its files. */
public record ResultsResource(Workshop workshop) implements Resource {
    private static final int MOST_MISTAKES = 500;

    @Override
    public List<Route> routes() {
        return List.of(
                WorksResource.one(Route.get(
                                "/api/projects/{project}/works/{work}/evaluation",
                                "Tells how good the model is on images that nothing was chosen by.",
                                this::evaluation)
                        .answers("The report of the test part, and its images that were taken for something else, the "
                                + "surest mistakes first.")),
                WorksResource.one(Route.get(
                        "/api/projects/{project}/works/{work}/files",
                        "Lists the files that were handed over.",
                        this::files)),
                WorksResource.one(Route.get(
                                        "/api/projects/{project}/works/{work}/files/{file}",
                                        "Gives one of these files.",
                                        this::file)
                                .answers("The file.", "application/octet-stream"))
                        .in("file", "Its name, as the list has it."));
    }

    private Work work(Call call) {
        return WorksResource.work(workshop.bench(call.path("project")), call.path("work"));
    }

    private Answer evaluation(Call call) throws IOException {
        var work = work(call);
        var report = work.place().out().resolve("report.json");
        if (!Files.isRegularFile(report)) {
            throw Refusal.conflict("work", work.number(), "has no result yet", "wait until it is done?");
        }
        var view = workshop.bench(call.path("project")).project().project().view();
        var table = work.place().out().resolve("predictions.csv");
        return Answer.of(Answer.map(
                "report",
                Json.parseMap(Files.readString(report), "report.json"),
                "mistakes",
                Form.of(Files.isRegularFile(table) ? mistakes(table, view) : List.of())));
    }

    private static List<Form> mistakes(Path table, ProjectView view) {
        var images = numbers(view);
        return AnswerTable.read(table).stream()
                .filter(row -> !row.truth().equals(row.predicted()))
                .sorted(Comparator.comparingDouble(AnswerTable.Row::probability).reversed())
                .limit(MOST_MISTAKES)
                .<Form>map(mistake -> Answer.map(
                        "image", Form.of((long) images.getOrDefault(mistake.item(), -1)),
                        "name", Form.of(mistake.item()),
                        "truth", Form.of(mistake.truth()),
                        "predicted", Form.of(mistake.predicted()),
                        "probability", Form.of(mistake.probability())))
                .toList();
    }

    /** The numbers of images by their names. */
    static Map<String, Integer> numbers(ProjectView view) {
        var numbers = new HashMap<String, Integer>();
        for (int image : view.present()) {
            numbers.put(view.image(image).name(), image);
        }
        return numbers;
    }

    private Answer files(Call call) throws IOException {
        var files = new ArrayList<Form>();
        for (var path : handed(work(call))) {
            files.add(Answer.map("file", Form.of(path.getFileName().toString()), "bytes", Form.of(Files.size(path))));
        }
        return Answer.of(Answer.map("files", Form.of(files)));
    }

    private static List<Path> handed(Work work) throws IOException {
        if (!Files.isDirectory(work.place().out())) {
            return List.of();
        }
        try (var paths = Files.list(work.place().out())) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** A name from a request is compared with those that are there, and never becomes a path. */
    private Answer file(Call call) throws IOException {
        var name = call.path("file");
        var file = handed(work(call)).stream()
                .filter(path -> path.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("file", name, ""));
        return new Answer.Download(name, "application/octet-stream", out -> Files.copy(file, out));
    }
}
