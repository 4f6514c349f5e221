package dev.sweetspot.classic.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.data.Column;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreparationTest {
    private static final int[] TRAINING = {0, 1, 2, 3, 4, 5};
    private static final Targets TARGETS = new Targets.Numbers(new float[] {1, 2, 3, 4, 5, 6});

    private static TableSet table(float[] numbers, String... categories) {
        var known = List.of("ash", "birch", "elm");
        int[] codes = IntStream.range(0, numbers.length)
                .map(i -> known.indexOf(categories[i]))
                .toArray();
        int[] rows = IntStream.rangeClosed(2, numbers.length + 1).toArray();
        return new TableSet(
                List.of(new Column.Numbers("size", numbers), new Column.Categories("tree", known, codes)),
                new Task.Reconstruction(numbers.length),
                new RowNames(rows, rows.length),
                Optional.empty());
    }

    private static final TableSet TREES = table(
            new float[] {1, 2, 2, Float.NaN, 5, 8, 1000, Float.NaN},
            "ash",
            "ash",
            "birch",
            "birch",
            "ash",
            "",
            "elm",
            "ash");

    private static Preparing how(Scaling scaling, Imputation imputation, CategoryCoding coding) {
        return new Preparing(scaling, imputation, coding, 1);
    }

    private static float[] row(TableSet set, Preparing how, int row) {
        return Preparation.learn(set, TRAINING, TARGETS, how)
                .preparation()
                .apply(set, new int[] {row})
                .values();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLearntOfTheTrainingRowsDoesNotChangeWithTheOthers(CategoryCoding coding) {
        var others = table(
                new float[] {1, 2, 2, Float.NaN, 5, 8, -7, 3},
                "ash",
                "ash",
                "birch",
                "birch",
                "ash",
                "",
                "birch",
                "birch");
        for (var scaling : Scaling.values()) {
            for (var imputation : Imputation.values()) {
                var how = how(scaling, imputation, coding);
                var one = Preparation.learn(TREES, TRAINING, TARGETS, how);
                var other = Preparation.learn(others, TRAINING, TARGETS, how);

                assertThat(other.preparation().toForm())
                        .isEqualTo(one.preparation().toForm());
                assertThat(other.training().values()).isEqualTo(one.training().values());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPreparationFromAFileIsTheSameToTheLastBit(CategoryCoding coding) {
        for (var imputation : Imputation.values()) {
            var learnt = Preparation.learn(TREES, TRAINING, TARGETS, how(Scaling.STANDARD, imputation, coding))
                    .preparation();
            var again = Preparation.fromForm(Json.parseMap(Json.write(learnt.toForm()), "model"));
            int[] all = IntStream.range(0, TREES.size()).toArray();

            assertThat(again.apply(TREES, all).values())
                    .isEqualTo(learnt.apply(TREES, all).values());
        }
    }

    @Test
    void aMissingNumberBecomesWhatWasChosenAndIsMarked() {
        assertThat(row(TREES, how(Scaling.NONE, Imputation.MEDIAN, CategoryCoding.FREQUENCY), 3))
                .startsWith(2, 1);
        assertThat(row(TREES, how(Scaling.NONE, Imputation.MEAN, CategoryCoding.FREQUENCY), 3))
                .startsWith(3.6f, 1);
        assertThat(row(TREES, how(Scaling.NONE, Imputation.MOST_FREQUENT, CategoryCoding.FREQUENCY), 3))
                .startsWith(2, 1);
        assertThat(row(TREES, how(Scaling.NONE, Imputation.ZERO, CategoryCoding.FREQUENCY), 3))
                .startsWith(0, 1);
        assertThat(row(TREES, how(Scaling.NONE, Imputation.NONE, CategoryCoding.FREQUENCY), 3))
                .startsWith(Float.NaN)
                .hasSize(2);
    }

    @Test
    void aCategoryBecomesItsPlaceItsShareOrAColumnOfItsOwn() {
        assertThat(row(TREES, how(Scaling.NONE, Imputation.NONE, CategoryCoding.ORDINAL), 2))
                .endsWith(1);
        assertThat(row(TREES, how(Scaling.NONE, Imputation.NONE, CategoryCoding.FREQUENCY), 2))
                .endsWith(2 / 6f);
        assertThat(row(TREES, how(Scaling.NONE, Imputation.NONE, CategoryCoding.ONE_HOT), 2))
                .endsWith(0, 1, 0);
    }

    @Test
    void aCategoryNeverMetIsLikeNoOther() {
        assertThat(row(TREES, how(Scaling.NONE, Imputation.NONE, CategoryCoding.ORDINAL), 6))
                .endsWith(2);
        assertThat(row(TREES, how(Scaling.NONE, Imputation.NONE, CategoryCoding.FREQUENCY), 6))
                .endsWith(0);
        assertThat(row(TREES, how(Scaling.NONE, Imputation.NONE, CategoryCoding.ONE_HOT), 6))
                .endsWith(0, 0, 0);
        assertThat(row(TREES, how(Scaling.NONE, Imputation.NONE, CategoryCoding.TARGET), 6))
                .endsWith(3.5f);
    }

    /** Ash has 1, 2 and 5, and one row of the mean 3.5. */
    @Test
    void aCategoryBecomesTheMeanOfItsTargetsDrawnToThatOfAll() {
        assertThat(row(TREES, how(Scaling.NONE, Imputation.NONE, CategoryCoding.TARGET), 0))
                .endsWith(11.5f / 4);
    }

    @Test
    void noTrainingRowIsToldItsOwnTarget() {
        var how = how(Scaling.NONE, Imputation.NONE, CategoryCoding.TARGET);
        var before = Preparation.learn(TREES, TRAINING, TARGETS, how).training();
        for (int row = 0; row < TRAINING.length; row++) {
            var values = ((Targets.Numbers) TARGETS).values().clone();
            values[row] = 100;
            var after = Preparation.learn(TREES, TRAINING, new Targets.Numbers(values), how)
                    .training();

            assertThat(after.at(row, 1)).isEqualTo(before.at(row, 1));
        }
    }

    @Test
    void otherColumnsAreRefusedInWords() {
        var learnt = Preparation.learn(
                        TREES, TRAINING, TARGETS, how(Scaling.NONE, Imputation.NONE, CategoryCoding.TARGET))
                .preparation();
        var other = new TableSet(
                List.of(new Column.Numbers("length", new float[] {1})),
                new Task.Reconstruction(1),
                new RowNames(new int[] {2}, 1),
                Optional.empty());

        assertThatThrownBy(() -> learnt.apply(other, new int[] {0}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("columns = length: must be those that the model learnt from, size, tree.");
    }
}
