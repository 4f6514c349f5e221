package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.format.Unlabelled;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.AnomalyScores;
import dev.sweetspot.data.metric.Reconstructions;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.data.table.Tables;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.trial.Fidelity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network has never met has larger errors than what is like its training data. */
@Tag("once")
class AnomalyTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @TempDir
    Path home;

    private static NetworkLearning learning(Path data, InputSize side, TableOptions table, Map<String, String> set) {
        var split = new DataSource(data, Optional.empty(), side, table, new DataSource.Split(5))
                .load(2, Progress.SILENT, SplitData::of);
        var whole = split.space(Families.able(split.size().input(), Task.Kind.RECONSTRUCTION));
        var space = whole;
        for (var each : set.entrySet()) {
            space = Restriction.fix(space, whole, each.getKey(), each.getValue());
        }
        return new NetworkLearning(split, space, Fidelity.epochs(1), Precision.FLOAT32);
    }

    /** Trains, saves, and loads again. */
    private SavedModel trained(NetworkLearning learning, int epochs) throws Exception {
        var file = home.resolve("model.sweetspot");
        var configuration = Encoding.of(learning.space()).defaults().orElseThrow();
        try (var model = learning.fit(configuration, 1, 2, new Pace(epochs, Long.MAX_VALUE, (done, planned) -> {}))) {
            model.save(file);
        }
        return SavedModel.load(file);
    }

    /** The share of pairs in which the odd one has the larger error: the area under the ROC curve. */
    private static double ranked(double[] odd, double[] usual) {
        double before = 0;
        for (double one : odd) {
            for (double other : usual) {
                before += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return before / odd.length / usual.length;
    }

    /** Wines of two cultivars are learnt, and those of the third are found. */
    @Test
    void winesOfACultivarThatWasNeverMetAreMadeWorse() throws Exception {
        var lines = Files.readAllLines(SAMPLES.resolve("wine.csv"));
        var known = home.resolve("known.csv");
        var odd = home.resolve("odd.csv");
        var header = lines.get(0);
        Files.writeString(known, header + "\n" + rows(lines, line -> !line.endsWith("class_2")));
        Files.writeString(odd, header + "\n" + rows(lines, line -> line.endsWith("class_2")));
        var table = TableOptions.AUTOMATIC.withTask(Task.Kind.RECONSTRUCTION).withTarget("target");
        var learning = learning(known, InputSize.ofData(), table, Map.of());
        try (var model = trained(learning, 60)) {
            var columns = ((SavedInput.Rows) model.input()).preparation().columns();
            var scores = (AnomalyScores)
                    model.predict(Tables.unlabelled(odd, columns).set());
            int[] test = learning.parts().test();

            assertThat(scores.usual().count()).isEqualTo(test.length);
            assertThat(ranked(scores.made().squared(), scores.usual().values())).isGreaterThan(0.85);
            long called = IntStream.range(0, 48).filter(scores::anomaly).count();
            assertThat(called).isGreaterThan(16);
        }
    }

    private static String rows(List<String> lines, Predicate<String> wanted) {
        return lines.stream().skip(1).filter(wanted).map(line -> line + "\n").reduce("", String::concat);
    }

    /** Red blood cells are learnt; white ones, which are stained violet, are found. */
    @Test
    void cellsOfAKindThatWasNeverMetAreMadeWorse() throws Exception {
        var cells = SAMPLES.resolve("blood-cells/train");
        var images = TableOptions.AUTOMATIC.withTask(Task.Kind.RECONSTRUCTION);
        var learning = learning(
                cells.resolve("RBC"),
                new InputSize.Asked(16),
                images,
                Map.of("family", "autoencoder", "blocks", "2", "filters", "8", "latent", "16"));
        assertThat(((ImageSet) learning.data()).labelled()).isFalse();
        try (var model = trained(learning, 8)) {
            var input = (SavedInput.Images) model.input();
            var white = Unlabelled.load(List.of(cells.resolve("WBC")), input.shape(), input.depth());
            var scores = (AnomalyScores) model.predict(white.set());

            assertThat(ranked(scores.made().squared(), scores.usual().values())).isGreaterThan(0.85);
        }
    }

    /** The definition, number by number, of what the network itself says. */
    @Test
    void errorsAreTheMeanSquaresOfDifferencesInStandardDeviations() throws Exception {
        var file = home.resolve("t.csv");
        var text = new StringBuilder("x,y\n");
        for (int i = 0; i < 60; i++) {
            text.append(i % 7).append(',').append(100 * (i % 11)).append('\n');
        }
        Files.writeString(file, text);
        var table = TableOptions.AUTOMATIC.withTask(Task.Kind.RECONSTRUCTION);
        var learning = learning(file, InputSize.ofData(), table, Map.of("scaling", "min-max"));
        int[] learnt = learning.parts().trainingAndValidation();
        int[] test = learning.parts().test();
        var configuration = Encoding.of(learning.space()).defaults().orElseThrow();
        try (var model = learning.fit(configuration, 1, 1, new Pace(3, Long.MAX_VALUE, (done, planned) -> {}))) {
            var made = (Reconstructions) model.predict(test);
            model.save(home.resolve("m"));
            try (var loaded = SavedModel.load(home.resolve("m"))) {
                var outputs = outputs(loaded, test);
                double[] deviations = {deviation(learnt, i -> i % 7), deviation(learnt, i -> 100 * (i % 11))};
                for (int i = 0; i < test.length; i++) {
                    // Numbers of two columns from 0 to 6 and from 0 to 1000, brought to 0 and 1 by their ends.
                    double x = (outputs[i][0] * 6 - test[i] % 7) / deviations[0];
                    double y = (outputs[i][1] * 1000 - 100 * (test[i] % 11)) / deviations[1];
                    assertThat(made.squared()[i]).isCloseTo((x * x + y * y) / 2, offset(1e-4));
                    assertThat(made.absolute()[i]).isCloseTo((Math.abs(x) + Math.abs(y)) / 2, offset(1e-4));
                }
            }
        }
    }

    /** By the network's layers alone. */
    private static float[][] outputs(SavedModel model, int[] items) throws IOException {
        var blueprint = model.blueprint();
        try (var scope = Scope.open();
                var module = new Module(blueprint.network(), blueprint.state().weights(), Precision.FLOAT32.type())) {
            assertThat(scope).isNotNull();
            module.set(blueprint.state());
            var inputs = new float[2 * items.length];
            for (int i = 0; i < items.length; i++) {
                inputs[2 * i] = items[i] % 7 / 6f;
                inputs[2 * i + 1] = items[i] % 11 / 10f;
            }
            var tensor = Tensor.of(inputs, items.length, 2);
            var all = module.forward(tensor, false, new Draws(0)).floats();
            var rows = new float[items.length][2];
            for (int i = 0; i < items.length; i++) {
                rows[i][0] = all[2 * i];
                rows[i][1] = all[2 * i + 1];
            }
            return rows;
        }
    }

    private static double deviation(int[] items, IntToDoubleFunction value) {
        double mean = IntStream.of(items).mapToDouble(value).average().orElseThrow();
        return Math.sqrt(IntStream.of(items)
                .mapToDouble(i -> (value.applyAsDouble(i) - mean) * (value.applyAsDouble(i) - mean))
                .average()
                .orElseThrow());
    }
}
