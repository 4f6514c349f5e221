package dev.sweetspot.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.form.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TablePreparationTest {
    private static final float MISSING = Float.NaN;

    static TableSet table(Column... columns) {
        int rows = columns[0].size();
        return new TableSet(
                List.of(columns),
                new Task.Reconstruction(rows),
                new RowNames(IntStream.range(2, rows + 2).toArray(), rows),
                Optional.empty());
    }

    private static int[] rows(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static Column.Numbers numbers(float... values) {
        return new Column.Numbers("x", values);
    }

    @Test
    void everyScalingAgreesWithScikitLearn() {
        // scikit-learn 1.9.1: x = [3.5,-1,nan,7.25,7.25,0,2,100,7.25,nan] as a column, new = [3.5,7.25,-5,1000,50,1]
        // StandardScaler, MinMaxScaler, RobustScaler, QuantileTransformer(n_quantiles=8): s.fit(x); s.transform(new)
        // and of the last sqrt(3) * (2 * v - 1)
        var golden = Map.of(
                Scaling.STANDARD,
                new double[] {-0.384010507, -0.26675539, -0.649788771, 30.774582482, 1.069952939, -0.462180585},
                Scaling.MIN_MAX,
                new double[] {0.044554455, 0.081683168, -0.03960396, 9.910891089, 0.504950495, 0.01980198},
                Scaling.ROBUST,
                new double[] {-0.326086957, 0.326086957, -1.804347826, 172.97826087, 7.760869565, -0.760869565},
                Scaling.QUANTILE,
                new double[] {-0.24743583, 0.742307489, -1.732050808, 1.732050808, 1.465273633, -0.989743319},
                Scaling.NONE,
                new double[] {3.5, 7.25, -5, 1000, 50, 1});
        var set = table(
                numbers(3.5f, -1, MISSING, 7.25f, 7.25f, 0, 2, 100, 7.25f, MISSING, 3.5f, 7.25f, -5, 1000, 50, 1));
        golden.forEach((scaling, values) -> {
            var prepared = TablePreparation.fit(set, rows(0, 10), scaling).apply(set);
            var row = new float[prepared.width()];
            for (int i = 0; i < values.length; i++) {
                prepared.write(10 + i, row, 0);
                assertThat((double) row[0]).as(scaling + " " + i).isCloseTo(values[i], offset(2e-5));
            }
        });
    }

    @Test
    void aMissingNumberIsTheMedianOfTheTrainingRowsAndIsMarked() {
        // The median of 1, 2, 4 is 2; the rows from place 4 on are not for training.
        var set = table(numbers(1, 2, MISSING, 4, 1000, MISSING));
        var preparation = TablePreparation.fit(set, rows(0, 4), Scaling.NONE);
        assertThat(preparation.inputNames()).containsExactly("x", "x is missing");
        assertThat(preparation.apply(set).all()).containsExactly(1, 0, 2, 0, 2, 1, 4, 0, 1000, 0, 2, 1);
    }

    @Test
    void whereNoneIsMissingInTrainingNothingIsMarked() {
        var set = table(numbers(1, 3, MISSING));
        assertThat(TablePreparation.fit(set, rows(0, 2), Scaling.NONE)
                        .apply(set)
                        .all())
                .containsExactly(1, 3, 2);
    }

    @Test
    void equalNumbersBecomeZero() {
        var set = table(numbers(7, 7, 7));
        for (var scaling : List.of(Scaling.STANDARD, Scaling.MIN_MAX, Scaling.ROBUST)) {
            assertThat(TablePreparation.fit(set, rows(0, 3), scaling).apply(set).all())
                    .containsExactly(0, 0, 0);
        }
    }

    @Test
    void categoriesHaveAnInputEachAndRareOnesShareOne() {
        var column = new Column.Categories("colour", List.of("blue", "green", "red", "violet"), new int[] {
            0, 0, 1, 1, 2, Column.Categories.MISSING, 3
        });
        // Training has blue and green twice, red once and one missing; violet is met later.
        var preparation = TablePreparation.fit(table(column), rows(0, 6), Scaling.STANDARD);
        assertThat(preparation.inputNames())
                .containsExactly("colour = blue", "colour = green", "colour is another", "colour is missing");
        var all = preparation.apply(table(column)).all();
        assertThat(Arrays.copyOfRange(all, 0, 4)).containsExactly(1, 0, 0, 0);
        assertThat(Arrays.copyOfRange(all, 16, 20)).as("red is rare").containsExactly(0, 0, 1, 0);
        assertThat(Arrays.copyOfRange(all, 20, 24)).as("missing").containsExactly(0, 0, 0, 1);
        assertThat(Arrays.copyOfRange(all, 24, 28)).as("never met").containsExactly(0, 0, 1, 0);
    }

    @Test
    void atMostAHundredCategoriesHaveAnInput() {
        var codes = IntStream.range(0, 600).map(i -> i % 150).toArray();
        var names = IntStream.range(0, 150).mapToObj(Integer::toString).toList();
        var preparation =
                TablePreparation.fit(table(new Column.Categories("c", names, codes)), rows(0, 600), Scaling.NONE);
        assertThat(preparation.width()).isEqualTo(101);
    }

    @Test
    void anotherTableMayKnowOtherCategories() {
        var learnt = new Column.Categories("c", List.of("a", "b"), new int[] {0, 0, 1, 1});
        var later = new Column.Categories("c", List.of("b", "x"), new int[] {1, 0});
        var preparation = TablePreparation.fit(table(learnt), rows(0, 4), Scaling.NONE);
        assertThat(preparation.apply(table(later)).all()).containsExactly(0, 0, 0, 1);
        assertThatThrownBy(() -> preparation.apply(table(numbers(1)))).hasMessageContaining("learnt");
    }

    @Test
    void whatWasLearntIsKeptToTheLastBit() {
        var set = table(
                numbers(0.1f, 3, MISSING, 4, 1e-7f, 9),
                new Column.Categories("c", List.of("a", "b, \"q\""), new int[] {0, 0, 1, 1, 1, -1}));
        for (var scaling : Scaling.values()) {
            var before = TablePreparation.fit(set, rows(0, 6), scaling);
            var after = TablePreparation.fromForm(Json.parseMap(Json.write(before.toForm()), "model"));
            assertThat(after.apply(set).all()).containsExactly(before.apply(set).all());
            assertThat(after.inputNames()).isEqualTo(before.inputNames());
            assertThat(after.scaling()).isEqualTo(scaling);
        }
    }

    @Test
    void theSameRowsInAnotherOrderTeachTheSame() {
        var values = new float[2000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i * 12.9898) * 1000;
        }
        var forward = rows(0, 2000);
        var backward = IntStream.range(0, 2000).map(i -> 1999 - i).toArray();
        var set = table(numbers(values));
        for (var scaling : Scaling.values()) {
            assertThat(TablePreparation.fit(set, forward, scaling).toForm())
                    .isEqualTo(TablePreparation.fit(set, backward, scaling).toForm());
        }
    }

    @Test
    void targetsComeBackInTheirUnit() {
        var task = new Task.Regression("y", new double[] {10, 20, 30, 1e6});
        var scaling = TargetScaling.fit(task, new int[] {0, 1, 2});
        assertThat(scaling.mean()).isEqualTo(20);
        assertThat(scaling.deviation()).isCloseTo(Math.sqrt(200 / 3.0), offset(1e-12));
        assertThat(scaling.restored(scaling.scaled(27.5))).isCloseTo(27.5, offset(1e-5));
        assertThat(TargetScaling.fromForm(scaling.toForm())).isEqualTo(scaling);
        assertThat(TargetScaling.fit(task, new int[] {1}).scaled(20)).isZero();
    }

    @Test
    void rowsAreTheSameWhetherTheyAreKeptOrPreparedEachTime() {
        var colours = new Column.Categories("colour", List.of("red", "blue"), new int[] {0, 1, 1, -1});
        var set = table(numbers(1, MISSING, 4, 2), colours);
        var preparation = TablePreparation.fit(set, rows(0, 4), Scaling.STANDARD);
        var kept = preparation.apply(set);
        var eachTime = preparation.apply(set, 0);
        assertThat(eachTime.all()).containsExactly(kept.all());
        var one = new float[kept.width() + 2];
        var other = new float[kept.width() + 2];
        for (int row : new int[] {3, 1}) {
            Arrays.fill(one, 9);
            Arrays.fill(other, 9);
            kept.write(row, one, 1);
            eachTime.write(row, other, 1);
            assertThat(other).containsExactly(one);
        }
    }
}
