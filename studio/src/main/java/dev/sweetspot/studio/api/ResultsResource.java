package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.insight.chart.ChartForms;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.result.Judged;
import dev.sweetspot.insight.result.PredictionsFile;
import dev.sweetspot.insight.result.ResultPlot;
import dev.sweetspot.insight.result.ResultPlots;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a training or a search handed over: how good the model is on the test part, and what it gets wrong. */
public record ResultsResource(Workshop workshop) implements Resource {
    private static final int MOST_MISTAKES = 500;

    /** These are told as tables and as a gallery, which can be labelled in. */
    private static final Set<String> TOLD = Set.of("classes", "confusion", "mistakes");

    @Override
    public List<Route> routes() {
        var pictures = WorksResource.one(Route.get(
                        "/api/projects/{project}/works/{work}/result-pictures",
                        "Draws how sure the model is, and how far its answers can be trusted.",
                        this::pictures)
                .answers("Each picture that there is, with the question that it answers."));
        var evaluation = WorksResource.one(Route.get(
                        "/api/projects/{project}/works/{work}/evaluation",
                        "Tells how good the model is on images that nothing was chosen by.",
                        this::evaluation)
                .answers("The report of the test part, and its images that were taken for something else, the "
                        + "surest mistakes first."));
        return List.of(evaluation, pictures);
    }

    private Answer pictures(Call call) {
        var work = work(call);
        var judged = PredictionsFile.in(work.place().out())
                .flatMap(PredictionsFile::report)
                .map(Judged::new);
        var charts = judged.stream()
                .flatMap(answers -> ResultPlots.installed().stream()
                        .filter(plot -> !TOLD.contains(plot.name()))
                        .flatMap(plot -> chart(plot, answers)))
                .toList();
        return Answer.of(Answer.map("pictures", Form.of(charts)));
    }

    private static Stream<Form> chart(ResultPlot plot, Judged answers) {
        return plot.draw(answers) instanceof Drawing.Drawn drawn
                ? Stream.of(Answer.map(
                        "question", Form.of(plot.question()),
                        "chart", ChartForms.of(drawn.chart())))
                : Stream.empty();
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
        // Rows of tables and series have no pictures.
        var images = workshop.bench(call.path("project"))
                .images()
                .map(one -> numbers(one.project().view()))
                .orElse(Map.of());
        var table = work.place().out().resolve("predictions.csv");
        return Answer.of(Answer.map(
                "report",
                Json.parseMap(Files.readString(report), "report.json"),
                "mistakes",
                Form.of(Files.isRegularFile(table) ? mistakes(table, images) : List.of())));
    }

    private static List<Form> mistakes(Path table, Map<String, Integer> images) {
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
}
