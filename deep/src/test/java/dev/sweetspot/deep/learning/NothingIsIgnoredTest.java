package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.space.TrainingSpace;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Fidelity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks over all that can be set for images, tables and series, each with the choices that it counts with and in each family
 * that has it, and trains a few steps with different values: two values that give the same bits are one that is ignored. What
 * the bits should be, the tests of each part say; docs/ideas/checked.md lists them.
 */
@Tag("long")
class NothingIsIgnoredTest {
    private static final Map<String, String> SMALL = Map.of(
            "blocks",
            "1",
            "filters",
            "16",
            "batch_size",
            "4",
            "units",
            "32",
            "shape",
            "fixed",
            "bidirectional",
            "false");

    /** Enough for a plateau of the usual patience to be noticed. */
    private static final int EPOCHS = 6;

    /** All values of so many are tried, of more the ends and the default. */
    private static final int FEW = 11;

    /** Values between which the difference is seen in a few steps; elsewhere the ends of the range and the default. */
    private static final Map<String, List<String>> SEEN = Map.of(
            // No gradient of this network is longer than some tenths.
            "gradient_clip", List.of("0", "0.1", "0.2"),
            // There are 12 examples.
            "batch_size", List.of("1", "2", "4", "8"),
            // After 9 restarts in 18 steps every step begins anew.
            "schedule.restarts", List.of("1", "2", "3", "5"),
            // Of 6 epochs no more than 5 can be waited for.
            "schedule.patience", List.of("1", "2", "3"));

    /** Large, and made of the same layers as others: that each of their parameters makes another network is FamiliesTest's. */
    private static final Set<String> PUBLISHED = Set.of("resnet18", "resnet50", "mobilenet_v2", "vgg19");

    /** These say when a training ends and which epoch counts, which StoppingTest shows. */
    private static final String STOPPING = "early_stopping";

    @TempDir
    static Path home;

    private static List<String> values(Parameter<?> parameter) {
        if (SEEN.containsKey(parameter.name())) {
            return SEEN.get(parameter.name());
        }
        if (parameter instanceof RealParameter real) {
            return Stream.of(real.low(), real.defaultValue(), real.high())
                    .distinct()
                    .map(real::label)
                    .toList();
        }
        if (parameter instanceof IntegerParameter whole) {
            return (whole.high() - whole.low() < FEW
                            ? IntStream.rangeClosed(whole.low(), whole.high()).boxed()
                            : Stream.of(whole.low(), whole.defaultValue(), whole.high()))
                    .distinct()
                    .map(whole::label)
                    .toList();
        }
        return parameter instanceof BooleanParameter ? List.of("false", "true") : Restriction.labels(parameter);
    }

    /** Twice as many of one class as of the other, so that weights of classes and samples by class make a difference. */
    private static int[] chosen(SplitData data) {
        if (!(data.set().task() instanceof Task.Classification classes)) {
            return IntStream.range(0, 12).toArray();
        }
        var labels = new ArrayList<Integer>();
        for (int label = 0; label < 2; label++) {
            int wanted = label;
            IntStream.range(0, data.set().size())
                    .filter(i -> classes.label(i) == wanted)
                    .limit(wanted == 0 ? 8 : 4)
                    .forEach(labels::add);
        }
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int bits(SplitData data, Configuration configuration) throws InterruptedException {
        var chosen = chosen(data);
        var examples = data.examples(configuration, chosen);
        var size = new ModelFamily.DataSize(
                examples.shape(), chosen.length, examples.targets().outputs());
        try (var training = new Training(
                Families.of(configuration).network(configuration, size),
                TrainingSpace.recipe(configuration, data.set().task().kind()),
                new Training.Setting(examples, chosen, 1, Precision.FLOAT32),
                7,
                EPOCHS,
                Optional.empty())) {
            while (!training.finished()) {
                training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
                training.validated(1);
            }
            var state = training.state();
            return 31 * Arrays.hashCode(state.weights()) + Arrays.hashCode(state.statistics());
        }
    }

    private static int bitsInTheEnd(SplitData data, SearchSpace whole, Configuration configuration) throws Exception {
        var learning = new NetworkLearning(data, whole, Fidelity.epochs(1), Precision.FLOAT32);
        try (var model = learning.fit(configuration, 7, 1, new Pace(1, Long.MAX_VALUE, (done, planned) -> {}))) {
            var said = model.predict(data.parts().test());
            return said instanceof ClassProbabilities classes
                    ? Arrays.deepHashCode(classes.probabilities())
                    : Arrays.hashCode(((PredictedValues) said).values());
        }
    }

    private static SearchSpace with(SearchSpace space, SearchSpace whole, String name, String value) {
        var here = space.find(name);
        boolean fits = here.isPresent()
                && (!(here.get() instanceof OrdinalParameter<?>)
                        || Restriction.labels(here.get()).contains(value));
        return fits ? Restriction.fix(space, whole, name, value) : space;
    }

    /** @param context what the parameter counts with, by name, in the order of the space */
    private static void everyValueCounts(
            SplitData data, SearchSpace whole, Parameter<?> parameter, Map<String, String> context) throws Exception {
        var seen = new LinkedHashMap<Integer, String>();
        for (var value : values(parameter)) {
            var space = whole;
            for (var setting : context.entrySet()) {
                space = with(space, whole, setting.getKey(), setting.getValue());
            }
            space = LossParameters.fitted(with(space, whole, parameter.name(), value), whole);
            for (var small : SMALL.entrySet()) {
                boolean asked = small.getKey().equals(parameter.name()) || context.containsKey(small.getKey());
                space = asked ? space : with(space, whole, small.getKey(), small.getValue());
            }
            var configuration = Encoding.of(space).defaults().orElseThrow();
            boolean ofTheLastTraining = parameter.name().equals(EnsembleParameters.MEMBERS.name());
            var before = seen.put(
                    ofTheLastTraining ? bitsInTheEnd(data, whole, configuration) : bits(data, configuration), value);
            assertThat(before)
                    .as("%s = %s does what another value does", parameter.name(), value)
                    .isNull();
        }
    }

    /** With each choice that it counts with; of numbers that it counts with, the largest alone; in each family that has it. */
    private static List<Map<String, String>> contexts(
            SearchSpace whole, SearchSpace.Dimension dimension, boolean ofNetworks) {
        var contexts = new ArrayList<Map<String, String>>(List.of(Map.of()));
        var conditions = new ArrayList<>(dimension.conditions());
        boolean everyFamily =
                conditions.stream().noneMatch(condition -> condition.parent().equals("family"));
        if (ofNetworks && everyFamily && !dimension.parameter().name().equals("family")) {
            conditions.add(
                    0,
                    new Condition(
                            "family",
                            new LinkedHashSet<>(
                                    Restriction.labels(whole.find("family").orElseThrow()))));
        }
        for (var condition : conditions) {
            var labels = List.copyOf(condition.labels());
            boolean number = whole.find(condition.parent()).orElseThrow() instanceof IntegerParameter;
            var longer = new ArrayList<Map<String, String>>();
            for (var context : contexts) {
                for (var label : number ? labels.subList(labels.size() - 1, labels.size()) : labels) {
                    var more = new LinkedHashMap<>(context);
                    more.put(condition.parent(), label);
                    longer.add(more);
                }
            }
            contexts = longer;
        }
        return contexts;
    }

    private static Stream<DynamicTest> everyValueOfEveryParameter(SplitData data) {
        return everyValueOfEveryParameter(data, SearchSpace.empty());
    }

    /** @param tried what another task of the same data has tried already */
    private static Stream<DynamicTest> everyValueOfEveryParameter(SplitData data, SearchSpace tried) {
        var task = data.set().task().kind();
        var families = Families.able(data.size().input(), task);
        var whole = data.space(families);
        var networks = Families.space(families, data.size(), task).parameters().stream()
                .map(Parameter::name)
                .toList();
        var tests = new ArrayList<DynamicTest>();
        for (var dimension : whole.dimensions()) {
            var parameter = dimension.parameter();
            if (parameter.name().startsWith(STOPPING)
                    || values(parameter).size() < 2
                    || tried.dimensions().contains(dimension)) {
                continue;
            }
            for (var context : contexts(whole, dimension, networks.contains(parameter.name()))) {
                if (PUBLISHED.contains(context.getOrDefault("family", ""))) {
                    continue;
                }
                tests.add(DynamicTest.dynamicTest(
                        parameter.name() + " " + context, () -> everyValueCounts(data, whole, parameter, context)));
            }
        }
        return tests.stream();
    }

    private static SplitData load(Path path, Optional<Task.Kind> task) {
        var options = new TableOptions(Optional.empty(), task, Optional.empty(), Set.of(), Set.of());
        return new DataSource(path, Optional.empty(), InputSize.ofData(), options, new DataSource.Split(5))
                .load(2, Progress.SILENT, SplitData::of);
    }

    @TestFactory
    Stream<DynamicTest> ofImages() throws IOException {
        return everyValueOfEveryParameter(Classifications.load(SampleImages.write(home.resolve("images"), 20, 1)));
    }

    /** What is made again has networks and losses of its own; what acts on weights and rates has been tried. */
    @TestFactory
    Stream<DynamicTest> ofImagesThatAreMadeAgain() throws IOException {
        var path = SampleImages.write(home.resolve("again"), 20, 1);
        return everyValueOfEveryParameter(
                load(path, Optional.of(Task.Kind.RECONSTRUCTION)),
                space(Classifications.load(SampleImages.write(home.resolve("images"), 20, 1))));
    }

    @TestFactory
    Stream<DynamicTest> ofSeriesThatAreMadeAgain() throws IOException {
        return everyValueOfEveryParameter(
                load(series("series-again.csv", Integer::toString), Optional.of(Task.Kind.RECONSTRUCTION)),
                space(seriesOfClasses()));
    }

    @TestFactory
    Stream<DynamicTest> ofTablesThatAreMadeAgain() throws IOException {
        return everyValueOfEveryParameter(
                load(table("again.csv", i -> i % 2 == 0 ? "yes" : "no"), Optional.of(Task.Kind.RECONSTRUCTION)),
                space(tableOfClasses()));
    }

    private static SearchSpace space(SplitData data) {
        return data.space(Families.able(data.size().input()));
    }

    private static SplitData tableOfClasses() throws IOException {
        return load(table("classes.csv", i -> i % 2 == 0 ? "yes" : "no"), Optional.of(Task.Kind.CLASSIFICATION));
    }

    private static SplitData seriesOfClasses() throws IOException {
        return load(
                series("series-classes.csv", i -> i % 2 == 0 ? "yes" : "no"), Optional.of(Task.Kind.CLASSIFICATION));
    }

    /** Numbers, some of them extreme, and a category; the last column is the target: a class, or a count, which every loss takes. */
    private static Path table(String name, IntFunction<String> target) throws IOException {
        var random = new SplittableRandom(4);
        var lines = new ArrayList<>(List.of("a,b,c,target"));
        for (int i = 0; i < 60; i++) {
            lines.add(random.nextGaussian() + "," + Math.exp(3 * random.nextGaussian()) + ","
                    + List.of("red", "green", "blue").get(random.nextInt(3)) + "," + target.apply(i));
        }
        return Files.write(home.resolve(name), lines);
    }

    @TestFactory
    Stream<DynamicTest> ofTablesWithClasses() throws IOException {
        return everyValueOfEveryParameter(tableOfClasses());
    }

    @TestFactory
    Stream<DynamicTest> ofTablesWithNumbers() throws IOException {
        return everyValueOfEveryParameter(load(
                table("numbers.csv", i -> Double.toString(Math.rint(5 + 4 * Math.sin(i) + 0.1 * i))),
                Optional.of(Task.Kind.REGRESSION)));
    }

    /** Of different lengths. */
    private static Path series(String name, IntFunction<String> target) throws IOException {
        return series(name, target, 9);
    }

    /** @param lengths how many there are, from 8 steps on */
    private static Path series(String name, IntFunction<String> target, int lengths) throws IOException {
        var random = new SplittableRandom(6);
        var lines = new ArrayList<>(List.of("series,step,x,y,label"));
        for (int i = 0; i < 60; i++) {
            int length = 8 + random.nextInt(lengths);
            for (int step = 0; step < length; step++) {
                lines.add("s" + i + "," + step + "," + random.nextGaussian() + "," + Math.sin(step + i) + ","
                        + target.apply(i));
            }
        }
        return Files.write(home.resolve(name), lines);
    }

    @TestFactory
    Stream<DynamicTest> ofSeriesWithClasses() throws IOException {
        return everyValueOfEveryParameter(load(
                series("series-classes.csv", i -> i % 2 == 0 ? "yes" : "no"), Optional.of(Task.Kind.CLASSIFICATION)));
    }

    /** What a perceptron makes of series; the other families have been tried. */
    @TestFactory
    Stream<DynamicTest> ofSeriesOfOneLength() throws IOException {
        var data = load(
                series("series-of-one-length.csv", i -> i % 2 == 0 ? "yes" : "no", 1),
                Optional.of(Task.Kind.CLASSIFICATION));
        var whole = data.space(Families.able(data.size().input()));
        var ofNetworks =
                Families.space(Families.named(List.of("mlp")), data.size()).parameters();
        return ofNetworks.stream()
                .map(parameter -> whole.find(parameter.name()).orElseThrow())
                .map(parameter -> DynamicTest.dynamicTest(
                        parameter.name(),
                        () -> everyValueCounts(
                                data,
                                whole,
                                parameter,
                                parameter.name().equals("family") ? Map.of() : Map.of("family", "mlp"))));
    }

    @TestFactory
    Stream<DynamicTest> ofSeriesWithNumbers() throws IOException {
        return everyValueOfEveryParameter(
                load(
                        series("series-numbers.csv", i -> Double.toString(Math.rint(5 + 4 * Math.cos(i) + 0.1 * i))),
                        Optional.of(Task.Kind.REGRESSION)),
                space(seriesOfClasses()));
    }
}
