package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job with several objectives, and one that knows something before it begins, on small generated images. */
@Tag("once")
class SeveralObjectivesTest {
    @TempDir
    Path home;

    private Path data;
    private Path store;

    @BeforeEach
    void images() throws IOException {
        data = SampleImages.write(home.resolve("cells"), 20, 1);
        store = home.resolve("store.db");
    }

    private Ran tune(Object... flags) {
        var words = new ArrayList<Object>(List.of("tune", data, "--store", store));
        words.addAll(List.of("--threads", "1", "--set", "epochs=2", "--set", "family=mlp"));
        if (!List.of(flags).contains("--trials")) {
            words.addAll(List.of("--trials", "5"));
        }
        words.addAll(List.of(flags));
        if (!words.contains("--out")) {
            words.addAll(List.of("--out", home.resolve("result")));
        }
        return Ran.of(words.toArray());
    }

    private static Fields json(Ran ran) {
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return Fields.of(Json.parseMap(ran.out(), "out"));
    }

    @Test
    void withoutWeightsThereIsAFront() throws IOException {
        var result = json(tune("--json", "--name", "both", "--objective", "accuracy", "--objective", "parameters"));

        assertThat(result.find("best")).isEmpty();
        var front = result.list("front").items();
        assertThat(front).isNotEmpty();
        assertThat(front.stream()
                        .filter(each -> Fields.of(each).findTruth("chosen").orElseThrow()))
                .hasSize(1);
        for (var each : front) {
            var values = Fields.of(each).map("validation");
            assertThat(values.number("accuracy")).isBetween(0.0, 1.0);
            assertThat(values.number("parameters")).isPositive();
            assertThat(Fields.of(each).find("configuration")).isPresent();
        }
        for (int i = 1; i < front.size(); i++) {
            var one = Fields.of(front.get(i - 1)).map("validation");
            var next = Fields.of(front.get(i)).map("validation");
            assertThat(next.number("parameters")).as("less accurate").isLessThanOrEqualTo(one.number("parameters"));
        }
        assertThat(Path.of(result.text("model"))).isRegularFile();
        assertThat(Fields.of(Json.parseMap(Files.readString(home.resolve("result/report.json")), "report"))
                        .list("front")
                        .items())
                .hasSize(front.size());

        var shown = Ran.of("show", "both", "--store", store);
        assertThat(shown.out())
                .contains("Objectives: accuracy, maximize; parameters, minimize; sought is the front of accuracy and")
                .contains("Front so far: ")
                .contains("parameters ");
        assertThat(Ran.of("show", "both", "--store", store, "--json").out()).contains("\"front\":[");
        assertThat(Ran.of("trials", "both", "--store", store, "--json").out().lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).contains("\"accuracy\":", "\"parameters\":"));
        assertThat(Ran.of("trials", "both", "--store", store).out().lines()).hasSize(5);
        assertThat(Ran.of("resume", "both", "--store", store, "--out", home.resolve("result"))
                        .exitCode())
                .isZero();
    }

    @Test
    void aPersonIsToldTheFrontAndWhoWasTrainedAgain() {
        var ran = tune("--objective", "accuracy", "--objective", "size", "--objective", "prediction_seconds");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("the front of accuracy and size and prediction_seconds on validation images");
        assertThat(ran.out())
                .containsAnyOf("The front: ", "beats all others in everything")
                .contains("-> trial")
                .contains("prediction_seconds ")
                .contains("the compromise, trial")
                .contains("Winner  on 8 test images");
    }

    @Test
    void withWeightsThereIsOneBest() {
        var result =
                json(tune("--json", "--objective", "log_loss", "--objective", "parameters", "--weights", "1,1000"));

        assertThat(result.find("front")).isEmpty();
        var validation = result.map("best").map("validation");
        assertThat(validation.number("parameters")).isPositive();
        assertThat(validation.number("log_loss")).isPositive();
    }

    @Test
    void anOrderIsAPreferenceToo() {
        var ran = tune(
                "--objective",
                "accuracy",
                "--objective",
                "parameters",
                "--prefer",
                "order: [{objective: accuracy, tolerance: 0.5}, parameters]");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("by accuracy within 0.5, then parameters");
    }

    @Test
    void whatCannotBeSoughtIsRefusedBeforeTheDataIsRead() {
        assertThat(tune("--objective", "acuracy").err()).contains("objective = acuracy", "Maybe accuracy?");
        assertThat(tune("--objective", "parameters").err()).contains("must have a metric among them");
        assertThat(tune("--objective", "accuracy", "--objective", "accuracy").err())
                .contains("must name each once");
        assertThat(tune("--objective", "accuracy", "--weights", "1,2").err()).contains("weighs several objectives");
        assertThat(tune("--objective", "accuracy", "--objective", "size", "--weights", "1,x")
                        .err())
                .contains("--weights = x: must be numbers");
        assertThat(tune("--objective", "accuracy", "--objective", "size", "--prefer", "within: [\"accuracy <= 0.9\"]")
                        .err())
                .contains("as accuracy is maximized");
    }

    @Test
    void whatIsKnownBeforeIsTriedBelievedAndLearntFrom() {
        json(tune("--json", "--name", "before", "--trials", "6", "--sampler", "random", "--scheduler", "none"));
        var ran = tune(
                "--out",
                home.resolve("again"),
                "--name",
                "now",
                "--try",
                "learning_rate=0.0123,optimizer=sgd",
                "--believe",
                "learning_rate=0.003~0.02",
                "--learn-from",
                "#before",
                "--sampler",
                "gp");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Learns from before (6 trials)");
        var second =
                Ran.of("trials", "now", "--store", store).out().lines().toList().get(1);
        assertThat(second).contains("learning_rate=0.0123").contains("optimizer=sgd");
    }

    @Test
    void whatIsAskedForTwiceOrIsTheDefaultIsTrainedOnce() {
        var rate = "learning_rate=0.0123";
        json(tune("--json", "--name", "once", "--trials", "3", "--try", "family=mlp", "--try", rate, "--try", rate));
        var trials = Kept.history(store, "once").trials();

        assertThat(trials).extracting(Trial::configuration).doesNotHaveDuplicates();
        assertThat(trials.get(1).configuration().values()).containsEntry("learning_rate", 0.0123);
        assertThat(trials.get(2).configuration().values()).doesNotContainEntry("learning_rate", 0.0123);
    }

    @Test
    void whatCannotBeKnownIsRefusedWithItsName() {
        assertThat(tune("--try", "learning_rat=0.1").err()).contains("parameter = learning_rat", "learning_rate?");
        assertThat(tune("--try", "learning_rate").err()).contains("--try = learning_rate: must be name=value");
        assertThat(tune("--try", "learning_rate=77").err()).contains("learning_rate = 77");
        assertThat(tune("--believe", "learning_rate=77").err()).contains("learning_rate = 77");
        assertThat(tune("--believe", "learning_rate=0.1~x").err()).contains("must have a number after ~");
        assertThat(tune("--believe", "learning_rate=0.1~3").err()).contains("spread = 3:");
        assertThat(tune("--learn-from", "nowhere.db").err()).contains("is no store of studies");
    }
}
