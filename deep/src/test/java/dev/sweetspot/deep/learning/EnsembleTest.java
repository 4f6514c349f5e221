package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.handover.PyTorch;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.space.Senseless;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.deep.space.TransferParameters;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Fidelity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Averages of several networks, on small tables. */
class EnsembleTest {
    private static final int EPOCHS = 3;
    private static final long SEED = 9;

    @TempDir
    Path home;

    private SplitData table(boolean classes) throws IOException {
        var random = new SplittableRandom(3);
        var text = new StringBuilder("x,y,what\n");
        for (int i = 0; i < 90; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double sum = x + y + random.nextGaussian();
            var what = classes
                    ? (sum > 0 ? "a" : "b")
                    : String.format(Locale.ROOT, "%.3f", 40 + sum * (1 + random.nextDouble()) + 20 * Math.abs(x));
            text.append(x).append(',').append(y).append(',').append(what).append('\n');
        }
        var file = Files.writeString(home.resolve("table-" + classes + ".csv"), text);
        return new DataSource(file, Optional.empty(), InputSize.ofData(), new DataSource.Split(5))
                .load(1, Progress.SILENT, SplitData::of);
    }

    private static NetworkLearning learning(SplitData data, Precision precision, Map<String, String> settings) {
        var whole =
                data.space(Families.able(data.size().input(), data.set().task().kind()));
        var space = whole;
        for (var setting : settings.entrySet()) {
            space = Restriction.fix(space, whole, setting.getKey(), setting.getValue());
        }
        return new NetworkLearning(data, space, Fidelity.epochs(EPOCHS), precision);
    }

    private static Configuration standard(NetworkLearning learning, int members) {
        return Encoding.of(learning.space()).defaults().orElseThrow().with(EnsembleParameters.MEMBERS, members);
    }

    private static Fitted fit(NetworkLearning learning, int members, long seed) throws Exception {
        return learning.fit(
                standard(learning, members), seed, 1, new Pace(EPOCHS, Long.MAX_VALUE, (done, planned) -> {}));
    }

    /** A number for each class of each test item, or one for each test item. */
    private static double[] said(NetworkLearning learning, Fitted model) {
        var predictions = model.predict(learning.parts().test());
        if (predictions instanceof PredictedValues values) {
            return values.values();
        }
        var all = new ArrayList<Double>();
        for (var row : ((ClassProbabilities) predictions).probabilities()) {
            IntStream.range(0, row.length).forEach(i -> all.add((double) row[i]));
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "true, cross_entropy, FLOAT32",
        "true, binary_cross_entropy, FLOAT32",
        "true, hinge, BFLOAT16",
        "false, mse, FLOAT32",
        "false, poisson, FLOAT32"
    })
    void whatItSaysIsTheMeanOfWhatSingleTrainingsFromItsSeedsSay(boolean classes, String loss, Precision precision)
            throws Exception {
        var learning = learning(table(classes), precision, Map.of("loss", loss));
        var each = new ArrayList<double[]>();
        for (int i = 0; i < 3; i++) {
            try (var one = fit(learning, 1, FinalTraining.seed(SEED, i))) {
                each.add(said(learning, one));
            }
        }
        var mean = IntStream.range(0, each.get(0).length)
                .mapToDouble(i -> (each.get(0)[i] + each.get(1)[i] + each.get(2)[i]) / 3)
                .toArray();

        try (var average = fit(learning, 3, SEED)) {
            double scale = classes ? 1 : 20;
            assertThat(said(learning, average)).containsExactly(mean, within(2e-6 * scale));
        }
        assertThat(each.get(0)).isNotEqualTo(each.get(1));
        assertThat(each.get(1)).isNotEqualTo(each.get(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itsFileSaysTheSameAndItsTrainingCanBeRepeatedBitForBit(boolean classes) throws Exception {
        var learning = learning(table(classes), Precision.FLOAT32, Map.of());
        var file = home.resolve("model");
        var again = home.resolve("again");
        try (var model = fit(learning, 3, SEED)) {
            model.save(file);
            assertThat(model.course().members()).isEqualTo(3);
            assertThat(Fields.of(model.record()).integer("members")).isEqualTo(3);
            assertThat(Fields.of(model.record()).number("parameters"))
                    .isEqualTo(learning.predict("parameters", standard(learning, 3))
                            .orElseThrow())
                    .isEqualTo(3
                            * learning.predict("parameters", standard(learning, 1))
                                    .orElseThrow());
            try (var repeated =
                    learning.repeat(standard(learning, 3), SEED, 1, model.course(), (done, planned) -> {})) {
                repeated.save(again);
            }
            try (var loaded = SavedModel.load(file)) {
                var predicted = loaded.predict(learning.data());
                var direct =
                        model.predict(IntStream.range(0, learning.data().size()).toArray());
                if (classes) {
                    assertThat(((ClassProbabilities) predicted).probabilities())
                            .isDeepEqualTo(((ClassProbabilities) direct).probabilities());
                } else {
                    assertThat(((PredictedValues) predicted).values()).isEqualTo(((PredictedValues) direct).values());
                }
                new PyTorch().write(loaded.blueprint(), home);
            }
        }
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
        try (var files = Files.list(home)) {
            var source = files.filter(path -> path.toString().endsWith(".py"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(source)).contains("It is the average of 3 networks");
        }
    }

    @Test
    void withoutTimeForMoreItIsASingleNetworkAndSaysSo() throws Exception {
        var learning = learning(table(true), Precision.FLOAT32, Map.of());
        var late = new Pace(EPOCHS, System.nanoTime(), (done, planned) -> {});
        try (var model = learning.fit(standard(learning, 5), SEED, 1, late)) {
            assertThat(Fields.of(model.record()).integer("members")).isEqualTo(1);
            assertThat(model.course().members()).isEqualTo(1);
        }
    }

    @Test
    void itTellsHowFarAllNetworksTogetherAre() throws Exception {
        var learning = learning(table(true), Precision.FLOAT32, Map.of());
        var told = new ArrayList<Double>();
        var pace = new Pace(EPOCHS, Long.MAX_VALUE, (done, planned) -> {
            assertThat(planned).isEqualTo(3 * EPOCHS);
            told.add(done);
        });
        learning.fit(standard(learning, 3), SEED, 1, pace).close();

        assertThat(told).isSorted().last().isEqualTo(3.0 * EPOCHS);
    }

    @Test
    void littleDataHasFiveByDefaultAndImagesOne() throws IOException {
        var small = table(true).space(Families.installed());
        assertThat(small.find("members").orElseThrow().defaultValue()).isEqualTo(5);
        var searched = Suggested.ranges(small).find("members").orElseThrow();
        assertThat(searched.rangeInWords()).as("seldom worth the search").isEqualTo("5 to 5");
        var images = Classifications.load(SampleImages.write(home.resolve("images"), 20, 1));
        assertThat(images.space(Families.installed())
                        .find("members")
                        .orElseThrow()
                        .defaultValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"RECONSTRUCTION, make again", "GENERATION, draw"})
    void whatHasNoMeanIsRefusedWithTheReason(Task.Kind task, String reason) {
        assertThatThrownBy(() -> Senseless.refuse(task, "members", "3"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("members = 3")
                .hasMessageContaining(reason);
    }

    @Test
    void anAverageIsNoBeginningOfATrainingButASingleNetworkIsOneForAllOfAnAverage() throws Exception {
        var data = table(true);
        var learning = learning(data, Precision.FLOAT32, Map.of());
        var average = home.resolve("average");
        var single = home.resolve("single");
        try (var model = fit(learning, 2, SEED)) {
            model.save(average);
        }
        try (var model = fit(learning, 1, SEED)) {
            model.save(single);
        }

        assertThatThrownBy(() -> fit(begun(data, average), 1, SEED))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("average of 2 networks")
                .hasMessageContaining("members=1");
        try (var model = fit(begun(data, single), 2, SEED)) {
            assertThat(model.course().members()).isEqualTo(2);
        }
    }

    private static NetworkLearning begun(SplitData data, Path file) {
        var space =
                TransferParameters.addTo(data.space(Families.able(data.size().input())), List.of(file), false);
        return new NetworkLearning(data, space, Fidelity.epochs(EPOCHS), Precision.FLOAT32);
    }
}
