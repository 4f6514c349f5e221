package dev.sweetspot.server.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.insight.plot.Plots;
import dev.sweetspot.server.Assets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.trial.Objective;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs and pages are told of studies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudiesApiTest {
    private static final String WICKED = "../<script>alert('1')</script> & \"ä\"";

    @TempDir
    private static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private SampleStore sample;
    private StudyStores stores;
    private WebServer server;

    @BeforeAll
    void serve() {
        sample = new SampleStore(folder)
                .study("cells", Objective.maximize("accuracy"))
                .trials("cells", 40)
                .study(WICKED, Objective.maximize("accuracy"), Objective.minimize("size"))
                .trials(WICKED, 30)
                .study("nothing yet", Objective.maximize("accuracy"))
                .study("by hand", Objective.maximize("accuracy"));
        stores = sample.stores();
        server = WebServer.start(
                ServerSettings.local(0), SampleStore.resources(stores, folder.resolve("notes")), Assets.NONE);
    }

    @AfterAll
    void close() {
        server.close();
        stores.close();
        sample.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String of(String study) {
        return "/api/stores/usual/studies/" + encoded(study);
    }

    private HttpResponse<String> send(String verb, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Fields get(String path) throws IOException, InterruptedException {
        var answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Fields.of(Json.parseMap(answer.body(), path));
    }

    private static List<Form> cells(Fields page, int row) {
        return ((ListForm) page.list("rows").items().get(row)).items();
    }

    private static double number(Form form) {
        return ((NumberForm) form).doubleValue();
    }

    @Test
    void storesAreListedAndLookingAtOneMakesNone() throws Exception {
        assertThat(get("/api/stores").list("stores").items()).hasSize(2);
        assertThat(get("/api/stores/other/studies").list("studies").items()).isEmpty();
        assertThat(Files.exists(folder.resolve("nobody-made.db"))).isFalse();
        assertThat(send("GET", "/api/stores/othr/studies", "").body()).contains("Maybe other?");
    }

    @Test
    void aStudyIsToldWithItsCountsAndItsBest() throws Exception {
        var head = get(of("cells"));
        var state = head.map("state");
        assertThat(state.whole("trials")).isEqualTo(40);
        assertThat(state.whole("completed")).isEqualTo(38);
        assertThat(state.whole("failed")).isEqualTo(2);
        assertThat(state.text("standing")).isEqualTo("open");
        var best = Fields.of(state.list("best").items().get(0));
        var top = cells(get(of("cells") + "/trials?sort=accuracy&descending=true&count=1"), 0);
        assertThat(best.whole("trial")).isEqualTo((long) number(top.get(0)));
        assertThat(best.number("value")).isEqualTo(number(top.get(2)));
        assertThat(head.map("chosen").text("why")).isNotBlank();
    }

    @Test
    void trialsComeInAnyOrderAPageAtATime() throws Exception {
        var page = get(of("cells") + "/trials?sort=learning_rate&from=5&count=10");
        assertThat(page.whole("total")).isEqualTo(40);
        assertThat(page.list("rows").items()).hasSize(10);
        int rate = page.list("columns").items().stream()
                .map(column -> Fields.of(column).text("name"))
                .toList()
                .indexOf("learning_rate");
        for (int i = 1; i < 10; i++) {
            assertThat(number(cells(page, i).get(rate)))
                    .isGreaterThanOrEqualTo(number(cells(page, i - 1).get(rate)));
        }
        assertThat(get(of("cells") + "/trials?state=failed").whole("total")).isEqualTo(2);
        assertThat(get(of("cells") + "/trials?from=1000").list("rows").items()).isEmpty();
        assertThat(send("GET", of("cells") + "/trials?sort=rate", "").statusCode())
                .isEqualTo(400);
        assertThat(send("GET", of("cells") + "/trials?count=100000", "").body()).contains("from 1 to 1000");
    }

    private Fields searched(String search) throws Exception {
        return get(of("cells") + "/trials?search=" + encoded(search));
    }

    private long found(String search) throws Exception {
        return searched(search).whole("total");
    }

    @Test
    void trialsAreFoundByTheirValues() throws Exception {
        assertThat(found("")).isEqualTo(40);
        assertThat(found("state = Failed")).isEqualTo(2);
        assertThat(found("trial < 7")).isEqualTo(7);
        assertThat(found("trial >= 7, trial<=9")).isEqualTo(3);
        assertThat(found("optimizer = sgd") + found("optimizer != sgd")).isEqualTo(40);
        assertThat(found("optimizer = sgd")).isBetween(1L, 39L);
        assertThat(found("learning_rate > 0.001, optimizer = sgd, state = completed"))
                .isLessThan(found("learning_rate > 0.001"));

        var page = searched("learning_rate > 0.001");
        int rate = page.list("columns").items().stream()
                .map(column -> Fields.of(column).text("name"))
                .toList()
                .indexOf("learning_rate");
        for (int i = 0; i < page.whole("total"); i++) {
            assertThat(number(cells(page, i).get(rate))).isGreaterThan(0.001);
        }
        var shown = new BigDecimal(number(cells(page, 0).get(rate))).round(new MathContext(4));
        assertThat(found("learning_rate = " + shown)).as("what the table shows").isEqualTo(1);
        assertThat(found("accuracy < 9") + found("accuracy >= 9"))
                .as("two trials have none")
                .isEqualTo(38);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning_rat > 1 | search = learning_rat: is no column of the table. Maybe learning_rate?",
                "failed | search = failed: must be a name, one of = != < <= > >=, and a value. Maybe state = failed?",
                "state = failed, trial > | search = trial >: must be a name",
                "learning_rate > high | learning_rate = high: must be a number. Maybe learning_rate > 0.01?",
                "learning_rate > NaN | must be a number",
                "optimizer > sgd | optimizer = > sgd: holds words, which are compared by = and !=. Maybe optimizer = sgd?"
            })
    void whatCannotBeSearchedForIsSaidInWords(String search, String message) throws Exception {
        var answer = send("GET", of("cells") + "/trials?search=" + encoded(search), "");
        assertThat(answer.statusCode()).isEqualTo(400);
        var told = Fields.of(Json.parseMap(answer.body(), ""));
        assertThat(told.text("error") + " " + told.text("hint")).contains(message);
    }

    @Test
    void trialsWithoutAValueComeLastBothWays() throws Exception {
        for (var descending : List.of("true", "false")) {
            var page = get(of("cells") + "/trials?sort=accuracy&count=40&descending=" + descending);
            assertThat(cells(page, 39).get(2)).isInstanceOf(Form.NullForm.class);
            assertThat(cells(page, 0).get(2)).isInstanceOf(NumberForm.class);
        }
    }

    @Test
    void allAboutATrialIsTold() throws Exception {
        var trial = get(of("cells") + "/trials/16");
        assertThat(trial.text("state")).isEqualTo("failed");
        assertThat(trial.text("why")).contains("no number");
        assertThat(trial.map("curve").list("fidelity").items()).hasSize(5);
        assertThat(trial.map("configuration").number("learning_rate")).isPositive();
        assertThat(send("GET", of("cells") + "/trials/40", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", of("cells") + "/trials/-1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPictureIsDrawnOrSaysWhyNot() throws Exception {
        for (var study : List.of("cells", WICKED, "nothing yet")) {
            for (var plot : Plots.installed()) {
                var drawn = get(of(study) + "/plots/" + plot.name());
                assertThat(drawn.find("chart").isPresent()
                                != drawn.find("nothing").isPresent())
                        .isTrue();
            }
        }
        assertThat(get("/api/plots").list("plots").items()).hasSameSizeAs(Plots.installed());
    }

    @Test
    void aStudyIsPutIntoWords() throws Exception {
        assertThat(get(of("cells") + "/words").list("sections").items()).hasSizeGreaterThan(2);
        assertThat(send("GET", of("nothing yet") + "/words", "").body()).contains("No trial has come to a result yet.");
    }

    @Test
    void aStudyOfAnyNameIsReachedAndItsReportHasAHarmlessName() throws Exception {
        assertThat(get(of(WICKED)).text("study")).isEqualTo(WICKED);
        var report = send("GET", of(WICKED) + "/report", "");
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body()).startsWith("<!doctype html>").doesNotContain("<script>alert");
        assertThat(report.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .doesNotContain("/", "<");
    }

    @Test
    void ordersReachTheStudyAndTrainingsByHandAreLeftAlone() throws Exception {
        var order = "{\"standing\":\"paused\",\"reason\":\"lunch\"}";
        assertThat(send("POST", of("nothing yet") + "/order", order).body()).contains("\"new\":true");
        assertThat(send("POST", of("nothing yet") + "/order", order).body()).contains("\"new\":false");
        assertThat(get(of("nothing yet")).map("state").text("standing_reason")).isEqualTo("lunch");
        assertThat(send("POST", of("nothing yet") + "/order", "{\"standing\":\"open\"}")
                        .body())
                .contains("\"standing\":\"open\"");
        assertThat(send("POST", of("nothing yet") + "/order", "{\"standing\":\"pausd\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", of("by hand") + "/order", order).statusCode()).isEqualTo(409);
    }

    @Test
    void notesAndTagsAreKeptBesideTheStore() throws Exception {
        var answer =
                send("PUT", of("cells") + "/note", "{\"note\":\" the <b>good</b> one \",\"tags\":[\"x\",\"x\",\" \"]}");
        assertThat(answer.body()).isEqualTo("{\"note\":\"the <b>good</b> one\",\"tags\":[\"x\"]}");
        assertThat(send("GET", "/api/stores/usual/studies", "").body()).contains("the <b>good</b> one");
        assertThat(new Notes(folder.resolve("notes")).of(sample.file.toString()))
                .containsOnlyKeys("cells");
        var long41 = "{\"note\":\"\",\"tags\":[\"" + "x".repeat(41) + "\"]}";
        assertThat(send("PUT", of("cells") + "/note", long41).statusCode()).isEqualTo(400);
        assertThat(send("PUT", of("none") + "/note", "{\"note\":\"\",\"tags\":[]}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void twoStudiesAreCompared() throws Exception {
        sample.study("more cells", Objective.maximize("accuracy")).trials("more cells", 60);
        var compared = get("/api/stores/usual/compare?first=cells&second=more%20cells");
        assertThat(compared.list("winners").items()).isNotEmpty();
        assertThat(compared.list("settings").items()).isNotEmpty();
    }

    @Test
    void whatWorkersAddIsSeenAtOnce() throws Exception {
        sample.study("growing", Objective.maximize("accuracy")).trials("growing", 3);
        assertThat(get(of("growing")).map("state").whole("trials")).isEqualTo(3);
        sample.trials("growing", 4);
        assertThat(get(of("growing")).map("state").whole("trials")).isEqualTo(7);
        assertThat(get(of("growing") + "/trials").whole("total")).isEqualTo(7);
    }
}
