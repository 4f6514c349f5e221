package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be accepted and ignored is refused: with the name, the value, the rule and a way out, wherever it was said. */
class RefusalsTest {
    private static final Path WINE = Path.of("..", "samples", "wine.csv").toAbsolutePath();

    @TempDir
    Path home;

    private Ran ran(Map<String, String> environment, String... words) {
        var all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--store", home.resolve("store.db").toString()));
        return Ran.in(environment, home, all.toArray(String[]::new));
    }

    private Ran refused(String command, String flags) {
        var words = new ArrayList<>(List.of(command, WINE.toString()));
        words.addAll(List.of(flags.trim().split(" ")));
        if (command.equals("tune")) {
            words.addAll(List.of("--trials", "1"));
        }
        var ran = ran(Map.of(), words.toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains("Maybe ").doesNotContain("Exception");
        assertThat(ran.out()).isEmpty();
        return ran;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--set optimizer=adam --set momentum=0.9 | momentum = 0.9: counts only with optimizer=sgd or muon. Maybe --set optimizer=sgd?",
                "--set early_stopping=false --set early_stopping.patience=3 | early_stopping.patience = 3: counts only with early_stopping=true",
                "--gap 3 | --gap = 3: goes with --time only. Maybe --time COLUMN too?",
                "--time row --gap -1 | gap = -1: must be from 0 to 10000. Maybe 0?",
                "--time row --group alcohol | time = row: cannot go with groups: a group may last longer than any block of time",
                "--time row --set folds=4 --set repeats=2 | repeats = 2: counts only where chance cuts: by time every cut is the same",
                "--set patience=3 | parameter = patience: is not known. Maybe early_stopping.patience?",
                "--set lr=0.1 | Maybe learning_rate?",
                "--set early_stopping.mode=max | is not needed: which way is better is known",
                "--set augmentation.rotation=20 | augmentation.rotation = 20: counts only for images",
                "--target alcohol --set class_weights=balanced | class_weights = balanced: counts only for classification, and this is a regression",
                "--target alcohol --set label_smoothing=0.1 | label_smoothing = 0.1: counts only for classification, and this is a regression",
                "--target alcohol --set sampling=stratified | sampling = stratified: counts only for classification, and this is a regression. Maybe shuffled?",
                "--target alcohol --set loss=focal | loss = focal: makes no sense for regression: it compares classes",
                "--set loss=mse --set label_smoothing=0.1 | label_smoothing = 0.1: counts only with loss=cross_entropy or binary_cross_entropy",
                "--set loss=mean_squared_error | is not known under this name. Maybe mse?",
                "--set initializer=zeros | initializer = zeros: would make all units of a layer the same",
                "--set initializer=xavier | Maybe glorot_uniform?",
                "--set activation=softmax | is for the answers of several classes",
                "--set layers=0 --set activation=tanh | activation = tanh: has nothing to act on without a hidden layer (layers=0). Maybe --set layers=1?",
                "--set layers=0 --set units=64 | units = 64: counts only with",
                "--set units=8 --set shape=pyramid | shape = pyramid: has nothing to act on: layers have at least 8 units",
                "--set optimizer=sgd --set momentum=0 --set nesterov=true | nesterov = true: has nothing to look ahead along",
                "--set family=lstm | family = lstm: counts only for series. Maybe mlp?",
                "--set kernel=5 | kernel = 5: counts only for series",
                "--set seed=2 --seed 3 | seed = 2: is not what --seed says: 3",
                "--set metric=rmse | metric = rmse: is for regression, and this is a classification"
            })
    void whatIsSetAndWouldDoNothing(String flags, String message) {
        assertThat(refused("train", flags).err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--set optimizer=adam --search momentum=0.5..0.9 | momentum = 0.5..0.9: counts only with optimizer=sgd or muon",
                "--search rho=0.5..0.9 | rho = 0.5..0.9: counts only with optimizer=rmsprop or adadelta",
                "--set early_stopping=false --search early_stopping.patience=3..9 | counts only with early_stopping=true",
                "--search augmentation.flip=none,both | augmentation.flip = none,both: counts only for images",
                "--search loss=mse,huber | loss = huber: makes no sense for classification",
                "--search initializer=he_normal,zeros | initializer = zeros: would make all units",
                "--search learning_rat=1e-3..1 | Maybe learning_rate?",
                "--search units=2000..3000 | units = 2000..3000: must be a list of values. Maybe 8,16,32",
                "--search seed=1..9 | seed = 1..9: cannot be searched: the luckiest seed is no better",
                "--set metric=mcc --objective accuracy | metric = mcc: is not what --objective says: accuracy"
            })
    void whatIsSearchedAndWouldDoNothing(String flags, String message) {
        assertThat(refused("tune", flags).err()).contains(message);
    }

    @Test
    void theSameInAFileOfTheSpace() throws IOException {
        var space = home.resolve("space.yaml");
        Files.writeString(space, "momentum: {type: real, low: 0.5, high: 0.9}\n");
        assertThat(refused("tune", "--set optimizer=adam --space " + space).err())
                .contains("momentum = 0.5 to 0.9: counts only with optimizer=sgd or muon");
        Files.writeString(space, "augmentation.flip: {type: categorical, choices: [none, both]}\n");
        assertThat(refused("tune", "--space " + space).err()).contains("counts only for images");
        Files.writeString(
                space,
                "optimizer: {type: categorical, choices: [adam]}\nmomentum: {type: real, low: 0.5, high: 0.9}\n");
        assertThat(refused("tune", "--space " + space).err()).contains("counts only with optimizer=sgd or muon");
    }

    @Test
    void theSameFromTheEnvironmentAndTheProjectFile() throws IOException {
        var message = "momentum = 0.9: counts only with optimizer=sgd or muon";
        var environment = ran(Map.of("SWEETSPOT_SET", "momentum=0.9"), "train", WINE.toString());
        assertThat(environment.exitCode()).isEqualTo(2);
        assertThat(environment.err()).contains(message);
        Files.writeString(home.resolve("sweetspot.yaml"), "set: {optimizer: adam, momentum: 0.9}\n");
        var file = ran(Map.of(), "train", WINE.toString());
        assertThat(file.exitCode()).isEqualTo(2);
        assertThat(file.err()).contains(message);
    }

    @Test
    void seedAndMetricAreSetLikeAnythingElse() {
        var ran = ran(
                Map.of(),
                "train",
                WINE.toString(),
                "--set",
                "seed=3",
                "--set",
                "metric=mcc",
                "--set",
                "epochs=1",
                "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("\"mcc\"");
    }
}
