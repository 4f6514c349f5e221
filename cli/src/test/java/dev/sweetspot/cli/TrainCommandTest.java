package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Json;
import dev.sweetspot.store.Stores;
import dev.sweetspot.testkit.SampleImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs=999        | epochs = 999: must be from 1 to 300. Maybe 300?",
                "epoch=9           | parameter = epoch: is not known. Maybe epochs?",
                "learningrate=0.1  | parameter = learningrate: is not known. Maybe learning_rate?",
                "learning_rate=5   | learning_rate = 5: must be from 1e-5 to 1. Maybe 1?",
                "momentum=0.5      | momentum = 0.5: counts only with optimizer=sgd or muon. Maybe --set optimizer=sgd?",
                "validation_share=0.9 | validation_share = 0.9: must be from 0.05 to 0.5. Maybe 0.5?",
                "input_size=4      | input_size = 4: must be from 8 to 512. Maybe 8?",
                "rescale=log       | rescale = \"log\": must be mean_sd, unit_range, per_image or none. Maybe mean_sd?",
                "pretrained=nowhere.pt | must be a file of weights",
                "freeze=body       | counts only with pretrained=FILE",
                "augmentation.flip=yes | must be none, horizontal, vertical or both",
                "stochastic_depth=0.1 | counts only with family=convnext or mobilenet or resnet. Maybe --set family=convnext?"
            })
    void whatCannotBeSetIsRefusedBeforeTheDataIsRead(String setting, String message) {
        var store = home.resolve("store.db");
        var ran = Ran.of("train", home.resolve("no-data"), "--set", setting, "--store", store);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
        assertThat(store).doesNotExist();
    }

    @Test
    void whatCountsForOtherDataIsRefusedInThoseWords() throws IOException {
        var table = Files.writeString(home.resolve("table.csv"), "a,b,kind\n" + "1,2,x\n3,1,y\n".repeat(20));
        var ran = Ran.of("train", table, "--set", "augmentation.flip=none", "--store", home.resolve("store.db"));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("augmentation.flip = none: counts only for images. Maybe leave it out?");
    }

    @Test
    void epochsAreExplainedLikeAnyOther() {
        var ran = Ran.of("explain", "epochs");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("range: 1 to 300 (epochs)")
                .contains("default: 20")
                .contains("usual change: x2");
    }

    @Test
    void sharesSizesAndChangesOfImagesAreTakenAsTheyAreSet() throws IOException {
        var data = SampleImages.write(home.resolve("data"), 20, 1);
        var store = home.resolve("store.db");
        var ran = Ran.of(
                "train",
                data,
                "--store",
                store,
                "--set",
                "validation_share=0.5",
                "--set",
                "test_share=0.1",
                "--set",
                "input_size=8",
                "--set",
                "epochs=1",
                "--set",
                "augmentation.flip=true",
                "--set",
                "sampling=balanced",
                "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        // 20 of each class: 2 for the test, 9 of the other 18 for validation.
        assertThat(ran.err()).contains("40 images of 8 x 8 x 3").contains("18 training, 18 validation, 4 test");
        assertThat(ran.out()).contains("\"augmentation.flip\":\"horizontal\"").contains("\"sampling\":\"balanced\"");
    }

    @Test
    void aShareThatTheDataDecidesIsRefused() throws IOException {
        var data = SampleImages.write(home.resolve("given/train"), 9, 1).getParent();
        SampleImages.write(home.resolve("given/test"), 4, 2);
        var ran = Ran.of("train", data, "--store", home.resolve("store.db"), "--set", "test_share=0.3");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("test_share = 0.3: counts only where the data has no test part of its own");
    }

    @Test
    void whatWouldMeasureTrialsOnOtherDataIsNotSearched() throws IOException {
        var data = SampleImages.write(home.resolve("data"), 9, 1);
        var ran = Ran.of(
                "tune",
                data,
                "--trials",
                1,
                "--store",
                home.resolve("store.db"),
                "--search",
                "validation_share=0.1..0.3");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "validation_share = 0.1..0.3: cannot be searched: trials would not be measured on the same data")
                .contains("--set validation_share=0.1?");
    }

    @Test
    void theSizeOfImagesIsSearchedAndTheWinnerPredictsImagesInItsOwn() throws IOException {
        var data = SampleImages.write(home.resolve("data"), 9, 1);
        var out = home.resolve("out");
        var ran = Ran.of(
                "tune",
                data,
                "--trials",
                4,
                "--store",
                home.resolve("store.db"),
                "--out",
                out,
                "--family",
                "mlp",
                "--set",
                "epochs=2",
                "--search",
                "input_size=8..24",
                "--workers",
                2,
                "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("18 images of 24 x 24 x 3");
        assertThat(ran.out()).containsPattern("\"input_size\":(8|16|24)[,}]");

        var predicted = Ran.of("predict", out.resolve("model.sweetspot"), data.resolve("up/0.png"));
        assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    }

    @Test
    void withAFolderTheModelIsTrainedOnceMoreMeasuredAndWritten() throws Exception {
        var table = Path.of("../samples/wine.csv");
        var ran = Ran.of(
                "train",
                table,
                "--set",
                "epochs=3",
                "--threads",
                "1",
                "--store",
                home.resolve("own.db"),
                "--json",
                "--out",
                home.resolve("result"));

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).hasSize(1);
        var result = Json.parseMap(ran.out().strip(), "out");
        assertThat(result.find("validation")).isPresent();
        assertThat(result.find("test")).isPresent();
        for (var name : List.of(
                "model.sweetspot",
                "configuration.yaml",
                "predictions.csv",
                "split.csv",
                "curves.csv",
                "bundle.json",
                "record.json",
                "report.json",
                "README.txt")) {
            assertThat(home.resolve("result").resolve(name)).isNotEmptyFile();
        }
        var again = Ran.of("retrain", home.resolve("result"));
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("The model is the same, bit for bit.");
    }

    /** Waits until the only study there has a trial with a checkpoint, and reports after it. */
    private static String awaitCheckpoint(Spawned training, Path store) throws InterruptedException {
        while (training.process().isAlive()) {
            Thread.sleep(100);
            if (!Files.exists(store)) {
                continue;
            }
            try (var opened = Stores.open(store.toString())) {
                for (var study : opened.studies()) {
                    var trials = Kept.history(store, study.name()).trials();
                    if (!trials.isEmpty() && trials.get(0).checkpoint().isPresent()) {
                        return study.name();
                    }
                }
            }
        }
        throw new AssertionError("it ended before it could be interrupted; it has to take longer: " + training.said());
    }

    @Test
    void anInterruptedTrainingSaysHowToGoOnAndItsResultIsWrittenThen() throws Exception {
        var data = SampleImages.write(home.resolve("many"), 150, 1);
        var store = home.resolve("interrupted.db");
        var out = home.resolve("written later");
        try (var training = Spawned.of(
                home.resolve("train.log"),
                "train",
                data,
                "--set",
                // Several times the two seconds after which a trial leaves its first checkpoint.
                "epochs=200",
                "--set",
                "early_stopping=false",
                "--set",
                "family=cnn",
                "--set",
                "filters=16",
                "--threads",
                "1",
                "--store",
                store,
                "--out",
                out)) {
            var study = awaitCheckpoint(training, store);
            training.signal("TERM");

            assertThat(training.exitCode(30)).isEqualTo(130);
            assertThat(training.said())
                    .contains("To go on: sweetspot resume " + study + " --store " + store + " --out '" + out + "'");
            assertThat(out).doesNotExist();

            var before = Kept.history(store, study).trial(0);
            assertThat(before.outcome()).isEmpty();
            var resumed = Ran.of("resume", study, "--store", store, "--out", out);
            assertThat(resumed.exitCode()).as(resumed.err()).isZero();
            assertThat(resumed.out()).contains("On the test part its ").contains("Everything is in " + out);
            assertThat(out.resolve("model.sweetspot")).isNotEmptyFile();
            var after = Kept.history(store, study);
            assertThat(after.size()).isEqualTo(1);
            assertThat(Kept.reports(after.trial(0).curve()))
                    .startsWith(Kept.reports(before.curve()).toArray(Kept.Report[]::new));
        }
    }

    @Test
    void imagesAreSeenInGreyWhereAPersonSaysSo() throws Exception {
        var data = SampleImages.write(home.resolve("images"), 20, 1);
        var ran = Ran.of(
                "train",
                data,
                "--set",
                "channels=grey",
                "--set",
                "epochs=1",
                "--store",
                home.resolve("grey.db"),
                "--json",
                "--out",
                home.resolve("grey"));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("\"channels\":\"grey\"");

        var predicted = Ran.of("predict", home.resolve("grey").resolve("model.sweetspot"), data);
        assertThat(predicted.exitCode()).as(predicted.err()).isZero();
        assertThat(Ran.of("explain", "channels").out()).contains("colour");

        var table = Ran.of("train", "../samples/wine.csv", "--set", "channels=grey", "--store", home.resolve("t.db"));
        assertThat(table.exitCode()).isEqualTo(2);
        assertThat(table.err()).contains("channels");
    }
}
