package dev.sweetspot.deep.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.training.optimizer.Coefficients;
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
import dev.sweetspot.space.SpaceForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageSpaceTest {
    private static final ModelFamily.DataSize USUAL = new ModelFamily.DataSize(new Shape.Image(32, 32, 3), 1000, 10);

    private static SearchSpace space(ModelFamily.DataSize size) {
        return ImageSpace.of(Families.installed(), size);
    }

    /** Whatever can be drawn has to be something that can be trained. */
    private static void canBeTrained(Configuration configuration, ModelFamily.DataSize size) {
        var family = Families.of(configuration);
        assertThat(family.network(configuration, size).outputs()).isEqualTo(size.outputs());
        assertThat(TrainingSpace.recipe(configuration, Task.Kind.CLASSIFICATION).batchSize())
                .isPositive();
    }

    private static Stream<Parameter<?>> parameters() {
        return Stream.concat(space(USUAL).parameters().stream(), Stream.of(Hyperparameters.EPOCHS));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void everyParameterIsExplained(Parameter<?> parameter) {
        assertThat(parameter.about().help()).endsWith(".").hasSizeGreaterThan(20);
        assertThat(parameter.rangeInWords()).isNotBlank();
        boolean number = parameter instanceof RealParameter
                || parameter instanceof IntegerParameter
                || parameter instanceof OrdinalParameter;
        if (number && !parameter.equals(Coefficients.MOMENTUM)) {
            assertThat(parameter.about().usualChange()).isPresent();
        }
    }

    private static List<String> ends(Parameter<?> parameter) {
        if (parameter instanceof RealParameter real) {
            return List.of(Double.toString(real.low()), Double.toString(real.high()));
        }
        if (parameter instanceof IntegerParameter whole) {
            return List.of(Integer.toString(whole.low()), Integer.toString(whole.high()));
        }
        if (parameter instanceof BooleanParameter) {
            return List.of("false", "true");
        }
        if (parameter instanceof OrdinalParameter<?> ordinal) {
            return ordinal.choices().stream().map(Choice::label).toList();
        }
        return ((CategoricalParameter<?>) parameter)
                .choices().stream().map(Choice::label).toList();
    }

    /** As resume reads it. */
    private static SearchSpace kept(SearchSpace space) {
        return SpaceForms.fromForm(SpaceForms.toForm(space), SpaceForms.relationsToForm(space));
    }

    private static void drawsCanBeTrained(SearchSpace space, ModelFamily.DataSize size, int draws) {
        var random = new SplittableRandom(9);
        canBeTrained(Encoding.of(space).defaults().orElseThrow(), size);
        for (int i = 0; i < draws; i++) {
            canBeTrained(Encoding.of(space).draw(random).orElseThrow(), size);
        }
    }

    @Test
    void everyParameterCanBeFixedAtTheEndsOfItsRangeAndSearchedInAList() {
        var whole = space(USUAL);
        for (var parameter : whole.parameters()) {
            for (var value : ends(parameter)) {
                var fixed = Restriction.fix(whole, whole, parameter.name(), value);
                drawsCanBeTrained(fixed, USUAL, 3);
                drawsCanBeTrained(kept(fixed), USUAL, 3);
            }
            var list = Restriction.search(whole, whole, parameter.name(), String.join(",", ends(parameter)));
            drawsCanBeTrained(list, USUAL, 3);
            drawsCanBeTrained(kept(list), USUAL, 3);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void whateverIsDrawnForImagesOfAnySizeCanBeTrained(ModelFamily.DataSize size) {
        drawsCanBeTrained(space(size), size, 200);
        drawsCanBeTrained(Suggested.ranges(space(size)), size, 200);
    }

    private static Stream<ModelFamily.DataSize> sizes() {
        return Stream.of(
                new ModelFamily.DataSize(new Shape.Image(8, 8, 1), 2, 2),
                new ModelFamily.DataSize(new Shape.Image(9, 50, 5), 100, 3),
                new ModelFamily.DataSize(new Shape.Image(28, 28, 1), 60_000, 10),
                new ModelFamily.DataSize(new Shape.Image(512, 512, 3), 500, 2),
                new ModelFamily.DataSize(new Shape.Image(1, 1, 1), 10, 2));
    }

    @Test
    void theDefaultsAreAmongWhatIsSuggested() {
        for (var size : List.of(USUAL, new ModelFamily.DataSize(new Shape.Image(64, 64, 3), 10_000, 3))) {
            var whole = Encoding.of(space(size)).defaults().orElseThrow();
            var suggested =
                    Encoding.of(Suggested.ranges(space(size))).defaults().orElseThrow();
            assertThat(suggested).isEqualTo(whole);
            assertThat(Families.of(whole).name()).isEqualTo("cnn");
        }
    }

    @Test
    void whatHindersLearningByHeartIsLeftAtItsDefaultWhereTrialsAreShort() {
        var suggested = Suggested.ranges(space(USUAL));

        var left = Suggested.ofShortTrials(suggested, Set.of("weight_decay"));

        assertThat(ranges(left))
                .containsEntry("weight_decay", ranges(suggested).get("weight_decay"))
                .containsEntry("learning_rate", ranges(suggested).get("learning_rate"))
                .containsEntry("filters", ranges(suggested).get("filters"));
        var changed = new HashMap<>(ranges(suggested));
        changed.entrySet().removeAll(ranges(left).entrySet());
        assertThat(changed).containsOnlyKeys("dropout", "label_smoothing", "augmentation.flip", "augmentation.crop");
        assertThat(Encoding.of(left).defaults())
                .isEqualTo(Encoding.of(suggested).defaults());
    }

    private static Map<String, String> ranges(SearchSpace space) {
        return space.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::rangeInWords));
    }
}
