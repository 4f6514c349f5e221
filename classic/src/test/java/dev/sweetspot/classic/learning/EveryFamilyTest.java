package dev.sweetspot.classic.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.Accuracy;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.metric.R2;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.data.table.Tables;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.workload.TrialFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every installed family of classical models can do. */
class EveryFamilyTest {
    private static final Pace ALL = new Pace(1, Long.MAX_VALUE, (done, planned) -> {});

    @TempDir
    private Path folder = Path.of("");

    static Stream<String> families() {
        return ClassicFamilies.installed().stream().map(ClassicFamily::name);
    }

    /** The defaults, of a few trees only: quick, and enough for wines. */
    private static Configuration usual(ClassicLearning learning) {
        var values = new LinkedHashMap<>(
                Encoding.of(learning.space()).defaults().orElseThrow().values());
        for (var many : List.of("xgboost.rounds", "lightgbm.rounds", "random-forest.trees")) {
            values.replace(many, 50);
        }
        return Configuration.of(values);
    }

    private static Fitted fit(ClassicLearning learning, int threads) throws TrialFailure, InterruptedException {
        return learning.fit(usual(learning), 1, threads, ALL);
    }

    @ParameterizedTest
    @MethodSource("families")
    void itKnowsTheGrowersOfWines(String family) throws Exception {
        var learning = Wines.learning(Wines.compared(new Folding.None()), family);

        try (var model = fit(learning, 1)) {
            var test = learning.parts().test();
            var report = Report.of(model.predict(test), learning.data().task(), test);

            // scikit-learn is wrong for none or one of 36 wines; always the most frequent grower is wrong for 22.
            assertThat(new Accuracy().of(report)).isGreaterThan(33.0 / 36);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void itPredictsANumberBetterThanItsMean(String family) throws Exception {
        var options = TableOptions.AUTOMATIC.withTarget("alcohol").withTask(Task.Kind.REGRESSION);
        var learning = Wines.learning(Wines.compared(new Folding.None(), options), family);

        try (var model = fit(learning, 1)) {
            var test = learning.parts().test();
            var report = Report.of(model.predict(test), learning.data().task(), test);

            // That of the mean is 0; 36 rows say no more.
            assertThat(new R2().of(report)).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void theSameFitGivesTheSameFileWhateverTheNumberOfThreads(String family) throws Exception {
        var learning = Wines.learning(Wines.compared(new Folding.None()), family);
        var alone = folder.resolve("alone");
        var several = folder.resolve("several");

        try (var model = fit(learning, 1);
                var other = fit(learning, 3)) {
            model.save(alone);
            other.save(several);
            var test = learning.parts().test();

            assertThat(probabilities(other.predict(test))).isDeepEqualTo(probabilities(model.predict(test)));
        }
        try (var one = SavedClassic.load(alone);
                var two = SavedClassic.load(several)) {
            var set = learning.table().set();
            assertThat(probabilities(two.predict(set))).isDeepEqualTo(probabilities(one.predict(set)));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aModelThatIsFittedAgainByItsCourseIsTheSame(String family) throws Exception {
        var learning = Wines.learning(Wines.compared(new Folding.None()), family);

        try (var model = fit(learning, 1);
                var again = learning.repeat(usual(learning), 1, 1, model.course(), (done, planned) -> {})) {
            var test = learning.parts().test();

            assertThat(probabilities(again.predict(test))).isDeepEqualTo(probabilities(model.predict(test)));
            assertThat(again.course()).isEqualTo(model.course());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void missingNumbersAndCategoriesNeverMetArePredictedAlso(String family) throws Exception {
        var learning = Wines.learning(Wines.load(mixed(120), new Folding.None(), TableOptions.AUTOMATIC), family);
        var asked = folder.resolve("asked.csv");
        Files.writeString(asked, "unrelated,colour,size,weight\n1,purple,,3\n2,,4,\n3,red,1,2\n");
        var file = folder.resolve("model.sweetspot");

        try (var model = fit(learning, 1)) {
            model.save(file);
        }
        try (var saved = SavedClassic.load(file)) {
            var said = probabilities(
                    saved.predict(Tables.unlabelled(asked, saved.columns()).set()));

            assertThat(said).hasDimensions(3, 2);
            for (var row : said) {
                assertThat(row[0] + row[1]).isBetween(0.9999f, 1.0001f);
            }
        }
    }

    /** Numbers and categories of which some are missing; red and large things are dear. */
    private Path mixed(int rows) throws IOException {
        var random = new SplittableRandom(3);
        var text = new StringBuilder("size,colour,weight,price\n");
        for (int i = 0; i < rows; i++) {
            var colour = List.of("red", "green", "blue", "").get(random.nextInt(4));
            double size = random.nextDouble(10);
            boolean dear = size + (colour.equals("red") ? 5 : 0) + random.nextDouble(2) > 8;
            text.append(random.nextInt(8) == 0 ? "" : Double.toString(size))
                    .append(',')
                    .append(colour)
                    .append(',')
                    .append(random.nextInt(8) == 0 ? "" : Integer.toString(random.nextInt(100)))
                    .append(dear ? ",dear\n" : ",cheap\n");
        }
        return Files.writeString(folder.resolve("things.csv"), text);
    }

    @ParameterizedTest
    @MethodSource("families")
    void whereAllTargetsAreTheSameItSaysThat(String family) throws Exception {
        var learning = Wines.learning(Wines.load(mixed(120), new Folding.None(), TableOptions.AUTOMATIC), family);
        var set = learning.table().set();
        var classes = (Task.Classification) set.task();
        int[] dear = Stream.iterate(0, i -> i + 1)
                .limit(set.size())
                .filter(i -> classes.classNames().get(classes.label(i)).equals("dear"))
                .mapToInt(Integer::intValue)
                .toArray();

        try (var fit = Fit.of(set, dear, usual(learning), Watched.byNobody())) {
            var said = (ClassProbabilities) fit.predict(set, new int[] {0, 1, 2});

            assertThat(said.classNames().get(said.predicted(0))).isEqualTo("dear");
            assertThat(fit.family()).isEqualTo("constant");
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void ofOneRowItLearnsThatRow(String family) throws Exception {
        var options = TableOptions.AUTOMATIC.withTarget("alcohol").withTask(Task.Kind.REGRESSION);
        var learning = Wines.learning(Wines.compared(new Folding.None(), options), family);
        var set = learning.table().set();

        try (var fit = Fit.of(set, new int[] {5}, usual(learning), Watched.byNobody())) {
            var said = (PredictedValues) fit.predict(set, new int[] {5, 6});
            double known = ((Task.Regression) set.task()).target(5);

            assertThat(said.values()).containsExactly(known, known);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aClassThatNoRowToLearnFromHasIsNotPredicted(String family) throws Exception {
        var learning = Wines.learning(Wines.compared(new Folding.None()), family);
        var set = learning.table().set();
        var classes = (Task.Classification) set.task();
        int[] withoutTheLast = Stream.iterate(0, i -> i + 1)
                .limit(set.size())
                .filter(i -> classes.label(i) < 2)
                .mapToInt(Integer::intValue)
                .toArray();

        try (var fit = Fit.of(set, withoutTheLast, usual(learning), Watched.byNobody())) {
            var said = (ClassProbabilities) fit.predict(set, withoutTheLast);

            assertThat(Stream.iterate(0, i -> i + 1).limit(said.names().size()).map(said::predicted))
                    .doesNotContain(2);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aColumnThatIsTheSameEverywhereDoesNoHarm(String family) throws Exception {
        var text = new StringBuilder("same,x,y\n");
        var random = new SplittableRandom(5);
        for (int i = 0; i < 80; i++) {
            double x = random.nextDouble(4);
            text.append("7,").append(x).append(',').append(3 * x).append('\n');
        }
        var file = Files.writeString(folder.resolve("lines.csv"), text);
        var options = TableOptions.AUTOMATIC.withTask(Task.Kind.REGRESSION);
        var learning = Wines.learning(Wines.load(file, new Folding.None(), options), family);

        try (var model = fit(learning, 1)) {
            var said = (PredictedValues) model.predict(learning.parts().test());
            var numbers = (Task.Regression) learning.data().task();
            var known = numbers.targets(learning.parts().test());
            for (int i = 0; i < known.length; i++) {
                assertThat(said.values()[i]).isBetween(known[i] - 2, known[i] + 2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void itSaysInPlainWordsWhatItDoes(String family) {
        var learning = Wines.learning(Wines.compared(new Folding.None()), family);
        var words = learning.inWords(usual(learning));

        assertThat(words).matches("[A-Z].*\\. .*\\.").doesNotContain("null").doesNotContain("  ");
    }

    private static float[][] probabilities(Predictions said) {
        return ((ClassProbabilities) said).probabilities();
    }
}
