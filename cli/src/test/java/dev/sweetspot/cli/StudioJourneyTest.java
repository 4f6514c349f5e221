package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.AllowedFolders;
import dev.sweetspot.server.Assets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.studio.api.Shelf;
import dev.sweetspot.studio.api.StudioResources;
import dev.sweetspot.studio.api.Workshop;
import dev.sweetspot.studio.playground.Plays;
import dev.sweetspot.studio.work.WorkStudies;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of a scientist through the studio, without its pages: what they ask of the server. */
@Tag("once")
@Timeout(240)
class StudioJourneyTest {
    private static final String SMALL =
            "\"settings\": {\"family\": \"mlp\", \"units\": \"16\", \"layers\": \"1\", \"epochs\": \"8\"}";

    @TempDir
    Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void serve() throws IOException {
        SampleImages.write(home.resolve("known"), 30, 1);
        SampleImages.write(home.resolve("found"), 10, 2);
        // Nobody has sorted these: no folder says what they show.
        var unknown = Files.createDirectories(home.resolve("unknown"));
        for (var name : List.of("up", "down")) {
            for (int i = 0; i < 10; i++) {
                Files.move(
                        home.resolve("found").resolve(name).resolve(i + ".png"),
                        unknown.resolve(name + "-" + i + ".png"));
            }
        }
        server = served();
        post("", "{\"name\": \"cells\"}");
        take("known");
        take("unknown");
    }

    private WebServer served() {
        var shelf = new Shelf(home.resolve("projects"), InstantSource.system(), 2);
        var workshop = new Workshop(shelf, Again::command, InstantSource.system());
        return WebServer.start(
                ServerSettings.local(0),
                StudioResources.of(shelf, AllowedFolders.of(List.of(home)), workshop, new Plays(OtherNatives::load)),
                Assets.NONE);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String sent(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(server.address().resolve("/api/projects" + path));
    }

    private Fields post(String path, String json) {
        return Fields.of(Json.parse(
                sent(at(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json))), path));
    }

    private Fields get(String path) {
        return Fields.of(Json.parse(sent(at(path)), path));
    }

    private void take(String folder) {
        post("/cells/folders", "{\"folder\": \"" + home.resolve(folder) + "\", \"copy\": true}");
        while (get("/cells").map("incoming").text("state").equals("running")) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Fields ended(long work) {
        while (get("/cells/works/" + work).text("state").equals("running")) {
            pause();
        }
        return get("/cells/works/" + work);
    }

    private static List<Fields> each(Form.ListForm list) {
        return list.items().stream().map(Fields::of).toList();
    }

    @Test
    void fromImagesToLabelsByWayOfAModel() {
        assertThat(get("/cells").whole("images")).isEqualTo(80);
        var cost = post("/cells/cost", "{" + SMALL + "}");
        assertThat(cost.whole("weights")).isGreaterThan(1000);
        assertThat(cost.findTruth("measured")).contains(false);

        var training = ended(post("/cells/trainings", "{" + SMALL + "}").whole("work"));
        assertThat(training.text("state")).as(training.list("lines").toString()).isEqualTo("done");
        assertThat(training.map("curve").list("epochs").items()).hasSize(8);
        assertThat(post("/cells/cost", "{" + SMALL + "}").findTruth("measured")).contains(true);

        var evaluation = get("/cells/works/1/evaluation");
        assertThat(evaluation.map("report").map("test").number("accuracy")).isGreaterThan(0.5);
        assertThat(each(evaluation.list("mistakes")))
                .allSatisfy(mistake -> assertThat(mistake.whole("image")).isBetween(0L, 59L));

        var said = ended(post("/cells/predictions", "{\"work\": 1}").whole("work"));
        assertThat(said.text("state")).as(said.list("lines").toString()).isEqualTo("done");
        var predictions = each(get("/cells/works/2/predictions").list("predictions"));
        assertThat(predictions).hasSize(20);
        assertThat(predictions.stream().map(row -> row.whole("image")).collect(Collectors.toSet()))
                .isEqualTo(IntStream.range(60, 80).mapToObj(i -> (long) i).collect(Collectors.toSet()));
        assertThat(predictions.stream().map(row -> row.number("probability")))
                .isSortedAccordingTo(Double::compare)
                .allMatch(probability -> probability >= 0.5 && probability <= 1);

        post("/cells/works/2/accept", "{\"images\": [" + predictions.get(19).whole("image") + "]}");
        assertThat(each(get("/cells/works/2/predictions").list("predictions")).stream()
                        .filter(row -> row.findTruth("labelled").orElse(false)))
                .hasSize(1);
        assertThat(sent(at("/cells/works/2/predictions.csv")).lines()).hasSize(21);
        assertThat(each(get("/cells/works/1/home").list("files")).stream()
                        .map(file -> file.text("file"))
                        .collect(Collectors.toSet()))
                .containsAll(Set.of("model.sweetspot", "report.json", "README.txt"));
    }

    @Test
    void whatIsTrainedGoesOnWhenTheServerEndsAndIsThereWhenItComesBack() {
        post(
                "/cells/trainings",
                "{\"settings\": {\"family\": \"mlp\", \"units\": \"8\", \"layers\": \"1\", \"input_size\": \"8\", \"epochs\": \"300\"}}");
        while (get("/cells/works/1").find("trial").isEmpty()) {
            pause();
        }
        server.close();
        server = served();

        assertThat(get("/cells/works/1").text("state")).isEqualTo("running");
        post("/cells/works/1/pause", "{}");
        assertThat(ended(1).text("state")).isEqualTo("paused");
        post("/cells/works/1/resume", "{}");
        assertThat(ended(1).text("state")).isEqualTo("done");
    }

    /** The trial of the search that was put aside first, with its checkpoint. */
    private static Trial putAside(WorkStudies studies, String study) {
        while (true) {
            var found = studies.study(study)
                    .orElseThrow()
                    .history()
                    .paused()
                    .filter(trial -> trial.checkpoint().isPresent())
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
    }

    @Test
    void aTrialThatWasPutAsideIsTrainedFurtherFromItsCheckpoint() {
        post(
                "/cells/searches",
                "{\"minutes\": 2, \"settings\": {\"family\": \"mlp\", \"layers\": \"1\", \"input_size\": \"8\", "
                        + "\"epochs\": \"300\"}, \"manner\": {\"workers\": \"1\"}}");
        while (get("/cells/works/1").findText("study").isEmpty()) {
            assertThat(get("/cells/works/1").text("state")).isEqualTo("running");
            pause();
        }
        var study = get("/cells/works/1").text("study");
        try (var studies = new WorkStudies(home.resolve("projects/cells"), InstantSource.system())) {
            while (studies.study(study).orElseThrow().history().trials().stream()
                    .allMatch(trial -> trial.curve().size() == 0)) {
                pause();
            }
            post("/cells/works/1/pause", "{}");
            assertThat(ended(1).text("state")).isEqualTo("paused");
            var trial = putAside(studies, study);
            double left = trial.checkpoint().orElseThrow().fidelity();
            var settings = new LinkedHashMap<String, Form>();
            trial.configuration().values().forEach((name, value) -> settings.put(name, Form.of(String.valueOf(value))));
            settings.put("input_size", Form.of("8"));
            settings.put("epochs", Form.of(Integer.toString((int) left + 3)));
            var from = Map.of("study", Form.of(study), "trial", Form.of(Integer.toString(trial.number())));
            var wish = Json.write(Form.of(Map.of("settings", Form.of(settings), "from", Form.of(Map.copyOf(from)))));

            var further = ended(post("/cells/trainings", wish).whole("work"));
            assertThat(further.text("state"))
                    .as(further.list("lines").toString())
                    .isEqualTo("done");
            assertThat(further.map("curve").list("epochs").items())
                    .extracting(epoch -> ((Form.NumberForm) epoch).doubleValue())
                    .containsExactly(left + 1, left + 2, left + 3);
        }
    }

    @Test
    void whatCannotBeIsRefusedInWordsBeforeAProcessIsBegun() {
        assertThat(post("/cells/trainings", "{\"settings\": {\"learning_rate\": \"7\"}}")
                        .text("error"))
                .contains("learning_rate = 7: must be from 1e-5 to 1");
        assertThat(post("/cells/searches", "{\"minutes\": 0}").text("error")).contains("minutes = 0: must be above 0");
        var plan = post(
                "/cells/plan",
                "{\"minutes\": 1, \"objectives\": [\"accuracy\", \"size\"], \"limits\": [\"memry<=2GB\"], "
                        + "\"ranges\": {\"learning_rate\": \"0.1..0.001\", \"optimizer\": \"adam,sgd\"}}");
        assertThat(plan.map("problems").text("learning_rate"))
                .isEqualTo(
                        "learning_rate = 0.1..0.001: must be a range, low..high, and its low end is above its high end. Maybe 0.001..0.1?");
        assertThat(plan.map("problems").text("limit memry<=2GB")).contains("Maybe memory?");
        assertThat(post("/cells/searches", "{\"minutes\": 1, \"ranges\": {\"dropout\": \"0..7\"}}")
                        .text("error"))
                .contains("dropout = 7: must be from 0 to");
        assertThat(post("/cells/works/7/more", "{\"minutes\": 1}").text("error"))
                .contains("work = 7: is not there");
        assertThat(get("/cells/works/7").text("error")).contains("work = 7: is not there");
        assertThat(get("/cells/works/..%2F..%2Fjournal").text("error")).contains("is not there");
        assertThat(get("/cells/works").list("works").items()).isEmpty();
    }
}
