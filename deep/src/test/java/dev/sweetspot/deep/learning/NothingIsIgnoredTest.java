package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.space.TrainingSpace;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Choice;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SampleImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks over all that can be set, each with the choices that it counts with, and trains a few steps with different values:
 * two values that give the same bits are one that is ignored. What the bits should be, the tests of each part say.
 */
class NothingIsIgnoredTest {
    private static final Map<String, String> SMALL =
            Map.of("family", "cnn", "blocks", "1", "filters", "8", "batch_size", "4");

    /** Enough for a plateau of the usual patience to be noticed. */
    private static final int EPOCHS = 6;

    /** Values between which the difference is seen in a few steps; elsewhere the ends of the range and the default. */
    private static final Map<String, List<String>> SEEN = Map.of(
            // No gradient of this network is longer than some tenths.
            "gradient_clip", List.of("0", "0.1", "0.2"),
            // There are 12 examples.
            "batch_size", List.of("1", "2", "4", "8"));

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
            return Stream.of(whole.low(), whole.defaultValue(), whole.high())
                    .distinct()
                    .map(whole::label)
                    .toList();
        }
        if (parameter instanceof BooleanParameter) {
            return List.of("false", "true");
        }
        if (parameter instanceof OrdinalParameter<?> ordinal) {
            var labels = ordinal.choices().stream().map(Choice::label).toList();
            return List.of(labels.get(0), labels.get(labels.size() - 1)).stream()
                    .distinct()
                    .toList();
        }
        return ((CategoricalParameter<?>) parameter)
                .choices().stream().map(Choice::label).toList();
    }

    /** Twice as many of one class as of the other, so that weights of classes and samples by class make a difference. */
    private static int[] chosen(SplitData images) {
        var labels = new ArrayList<Integer>();
        var classes = ((Task.Classification) images.set().task());
        for (int label = 0; label < 2; label++) {
            int wanted = label;
            IntStream.range(0, images.set().size())
                    .filter(i -> classes.label(i) == wanted)
                    .limit(wanted == 0 ? 8 : 4)
                    .forEach(labels::add);
        }
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int bits(SplitData images, Configuration configuration) throws InterruptedException {
        var chosen = chosen(images);
        var examples = images.examples(configuration, chosen);
        var size = new ModelFamily.DataSize(examples.shape(), chosen.length, 2);
        try (var training = new Training(
                Families.of(configuration).network(configuration, size),
                TrainingSpace.recipe(configuration, Task.Kind.CLASSIFICATION),
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

    private static SearchSpace with(SearchSpace space, SearchSpace whole, String name, String value) {
        return space.find(name).isPresent() ? Restriction.fix(space, whole, name, value) : space;
    }

    /** @param context what the parameter counts with, by name, in the order of the space */
    private static void everyValueCounts(
            SplitData images, SearchSpace whole, Parameter<?> parameter, Map<String, String> context)
            throws InterruptedException {
        var seen = new LinkedHashMap<Integer, String>();
        for (var value : values(parameter)) {
            var space = whole;
            for (var setting : context.entrySet()) {
                space = with(space, whole, setting.getKey(), setting.getValue());
            }
            space = with(space, whole, parameter.name(), value);
            for (var small : SMALL.entrySet()) {
                boolean asked = small.getKey().equals(parameter.name()) || context.containsKey(small.getKey());
                space = asked ? space : with(space, whole, small.getKey(), small.getValue());
            }
            var before = seen.put(bits(images, Encoding.of(space).defaults().orElseThrow()), value);
            assertThat(before)
                    .as("%s = %s does what another value does", parameter.name(), value)
                    .isNull();
        }
    }

    /** With each choice that it counts with; of numbers that it counts with, the largest alone. */
    private static List<Map<String, String>> contexts(SearchSpace whole, SearchSpace.Dimension dimension) {
        var contexts = new ArrayList<Map<String, String>>(List.of(Map.of()));
        for (var condition : dimension.conditions()) {
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

    @TestFactory
    Stream<DynamicTest> everyValueOfEveryParameterChangesTheTraining() throws IOException {
        var images = Classifications.load(SampleImages.write(home.resolve("images"), 20, 1));
        var whole = images.space(Families.able(images.size().input()));
        var tests = new ArrayList<DynamicTest>();
        for (var dimension : whole.dimensions()) {
            var parameter = dimension.parameter();
            if (parameter.name().startsWith(STOPPING)) {
                continue;
            }
            for (var context : contexts(whole, dimension)) {
                tests.add(DynamicTest.dynamicTest(
                        parameter.name() + " " + context, () -> everyValueCounts(images, whole, parameter, context)));
            }
        }
        return tests.stream();
    }
}
