package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import dev.sweetspot.testkit.SampleImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconstructionTest {
    @TempDir
    Path home;

    private Path flat() throws IOException {
        var classes = SampleImages.write(home.resolve("classes"), 20, 1);
        var flat = Files.createDirectories(home.resolve("flat"));
        try (var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, flat.resolve(file.getParent().getFileName() + "-" + file.getFileName()));
            }
        }
        return flat;
    }

    @Test
    void imagesInOneFolderAreLearntMeasuredScoredAndLearntAgain() throws IOException {
        var data = flat();
        var result = HandedOver.tuned(
                home,
                data,
                "--task",
                "reconstruction",
                "--trials",
                2,
                "--set",
                "epochs=2",
                "--set",
                "filters=8",
                "--family",
                "autoencoder",
                "--threads",
                2);
        var test = result.test();
        assertThat(test.number("reconstruction_mse")).isPositive();
        assertThat(test.number("reconstruction_r2")).isLessThan(1);
        assertThat(result.out()).isDirectoryContaining(file -> file.endsWith("reconstructions.png"));
        assertThat(result.out()).isDirectoryContaining(file -> file.endsWith("model.onnx"));
        assertThat(result.file("README.txt")).content().contains("reconstructions.png");
        assertThat(result.file("predictions.csv")).content().startsWith("file,error,absolute_error\n");

        var scores = home.resolve("scores.csv");
        var scored = result.judges(data, "--csv", scores);
        assertThat(scored.out()).contains("of the usual ones");
        assertThat(Files.readAllLines(scores)).hasSize(41).first().isEqualTo("file,error,percentile,anomaly");

        result.givesTheSameModelAgain();
    }

    /** Waves of different lengths, 4 to 9 steps. */
    private static Path waves(Path file, int count, double height) throws IOException {
        var text = new StringBuilder("series,step,x,y\n");
        for (int i = 0; i < count; i++) {
            for (int step = 0; step < 4 + i % 6; step++) {
                text.append(i).append(',').append(step).append(',');
                text.append(height * Math.sin(i + step))
                        .append(',')
                        .append(Math.cos(i + step))
                        .append('\n');
            }
        }
        return Files.writeString(file, text.toString());
    }

    @Test
    void seriesOfDifferentLengthsAreLearntScoredHandedOverAndLearntAgain() throws IOException {
        var data = waves(home.resolve("waves.csv"), 60, 1);
        var result = HandedOver.tuned(
                home,
                data,
                "--task",
                "reconstruction",
                "--trials",
                1,
                "--set",
                "epochs=2",
                "--set",
                "folds=1",
                "--set",
                "units=8",
                "--family",
                "lstm_autoencoder",
                "--threads",
                1);
        for (var name : new String[] {"model.onnx", "model.torchscript.pt", "model.py"}) {
            assertThat(result.file(name)).isNotEmptyFile();
        }
        assertThat(result.file("model.py")).content().contains("behind the end of a series counted nothing");

        var scores = home.resolve("scores.csv");
        var odd = waves(home.resolve("odd.csv"), 12, 20);
        result.judges(odd, "--csv", scores);
        assertThat(Files.readAllLines(scores)).hasSize(13).first().isEqualTo("series,error,percentile,anomaly");

        result.givesTheSameModelAgain();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class_weights=balanced | makes no sense for reconstruction: it weighs examples by their classes",
                "label_smoothing=0.1    | makes no sense for reconstruction: it puts doubt into labels",
                "augmentation.mixup=0.2 | makes no sense for reconstruction: it mixes two classes",
                "sampling=stratified    | makes no sense for reconstruction: it goes by classes",
                "rescale=per_image      | makes no sense for reconstruction: it takes the brightness",
                "scaling=quantile       | makes no sense for reconstruction: ranks do not say",
                "loss=cross_entropy     | makes no sense for reconstruction: it"
            })
    void whatMakesNoSenseWithoutClassesIsRefusedWithTheReason(String setting, String message) {
        var ran = Ran.of("train", home.resolve("no-data"), "--task", "reconstruction", "--set", setting);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void aLossOfSharesBringsImagesToThem() throws IOException {
        var data = flat();
        var store = home.resolve("store.db");
        var ran = Ran.of(
                "train",
                data,
                "--task",
                "reconstruction",
                "--set",
                "loss=unit_cross_entropy",
                "--set",
                "epochs=1",
                "--set",
                "family=dense_autoencoder",
                "--threads",
                1,
                "--store",
                store,
                "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Fields.of(Json.parseMap(ran.out(), "result"))
                        .map("configuration")
                        .text("rescale"))
                .isEqualTo("unit_range");

        var wrong = Ran.of(
                "train",
                data,
                "--task",
                "reconstruction",
                "--set",
                "loss=unit_cross_entropy",
                "--set",
                "rescale=mean_sd",
                "--store",
                store);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("needs them from 0 to 1").contains("rescale=unit_range");
    }

    @Test
    void whatIsForReconstructionAloneIsSaidToBe() throws IOException {
        var table = Files.writeString(home.resolve("table.csv"), "a,b,kind\n" + "1,2,x\n3,1,y\n".repeat(20));
        var store = home.resolve("store.db");
        var latent = Ran.of("train", table, "--set", "latent=1", "--store", store);
        assertThat(latent.err()).contains("latent = 1: counts only for reconstruction");
        var family = Ran.of("train", table, "--task", "reconstruction", "--family", "mlp", "--store", store);
        assertThat(family.err()).contains("family = mlp: is not for reconstruction. Maybe dense_autoencoder?");
    }
}
