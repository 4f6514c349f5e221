package dev.sweetspot.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Moments;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimeCutTest {
    private static TableSet table(double[] moments, int gap) {
        int rows = moments.length;
        return new TableSet(
                List.of(new Column.Numbers("x", new float[rows])),
                new Task.Regression(
                        "y", IntStream.range(0, rows).asDoubleStream().toArray()),
                new RowNames(IntStream.range(2, rows + 2).toArray(), rows),
                Optional.empty(),
                Optional.of(new Moments("day", moments, gap)));
    }

    private static Partition cut(TableSet set, Folding folding) {
        var random = new SplittableRandom(1);
        var given = GivenParts.none(set.size());
        return folding.partition(set, given, new Splitter().split(set, given, random), random);
    }

    private static DoubleStream moments(TableSet set, int[] items) {
        return Arrays.stream(items).mapToDouble(set.moments().orElseThrow()::of);
    }

    /** How many different moments of the whole data lie between what trains and what is judged by. */
    private static long between(TableSet set, int[] training, int[] judging) {
        double last = moments(set, training).max().orElseThrow();
        double first = moments(set, judging).min().orElseThrow();
        return moments(set, IntStream.range(0, set.size()).toArray())
                .distinct()
                .filter(moment -> moment > last && moment < first)
                .count();
    }

    @Test
    void nothingOfTheFutureEverTrainsForWhatIsEarlier() {
        var random = new SplittableRandom(5);
        int cuts = 0;
        for (int draw = 0; draw < 1000; draw++) {
            int rows = random.nextInt(12, 300);
            // Few different values, so that many rows are of one moment, in any order.
            int different = random.nextInt(2, 400);
            int gap = random.nextInt(0, 4);
            var set = table(random.ints(rows, 0, different).asDoubleStream().toArray(), gap);
            var folding = random.nextBoolean() ? Folding.of(random.nextInt(2, 11), 1) : new Folding.None();
            Partition partition;
            try {
                partition = cut(set, folding);
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageContaining("day");
                continue;
            }
            cuts++;
            var parts = partition.parts();
            assertThat(between(set, parts.trainingAndValidation(), parts.test()))
                    .isGreaterThanOrEqualTo(gap);
            assertBefore(set, parts.trainingAndValidation(), parts.test());
            for (var fold : partition.folds()) {
                assertBefore(set, fold.training(), fold.validation());
                assertThat(between(set, fold.training(), fold.validation())).isGreaterThanOrEqualTo(gap);
                assertThat(fold.test()).isEqualTo(parts.test());
            }
            for (int i = 1; i < partition.folds().size(); i++) {
                var before = partition.folds().get(i - 1);
                var after = partition.folds().get(i);
                assertThat(after.training().length).isGreaterThanOrEqualTo(before.training().length);
                assertBefore(set, before.validation(), after.validation());
            }
        }
        // Most draws can be cut: otherwise nothing was tested.
        assertThat(cuts).isGreaterThan(600);
    }

    private static void assertBefore(TableSet set, int[] earlier, int[] later) {
        assertThat(moments(set, earlier).max().orElseThrow())
                .isLessThan(moments(set, later).min().orElseThrow());
    }

    @Test
    void theWindowGrowsBlockByBlock() {
        var set = table(IntStream.range(0, 30).asDoubleStream().toArray(), 0);
        var partition = cut(set, Folding.of(3, 1));
        assertThat(partition.parts().test())
                .containsExactly(IntStream.range(24, 30).toArray());
        assertThat(partition.folds())
                .extracting(fold -> fold.training().length, fold -> fold.validation().length)
                .containsExactly(tuple(6, 6), tuple(12, 6), tuple(18, 6));
    }

    @Test
    void theGapIsLeftOutBeforeEachPartThatIsJudgedBy() {
        var set = table(IntStream.range(0, 30).asDoubleStream().toArray(), 2);
        var partition = cut(set, new Folding.None());
        var parts = partition.parts();
        assertThat(parts.trainingAndValidation())
                .containsExactly(IntStream.range(0, 22).toArray());
        assertThat(parts.validation()).containsExactly(18, 19, 20, 21);
        assertThat(partition.folds())
                .containsExactly(new Parts(IntStream.range(0, 16).toArray(), parts.validation(), parts.test()));
    }

    @Test
    void smallTablesAreComparedByFiveWindowsWhereNobodySays() {
        var set = table(IntStream.range(0, 300).asDoubleStream().toArray(), 0);
        assertThat(cut(set, new Folding.Usual()).folds()).hasSize(5);
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() {
        var days = table(IntStream.range(0, 30).asDoubleStream().toArray(), 0);
        assertThatThrownBy(() -> cut(days, Folding.of(5, 2)))
                .hasMessage("repeats = 2: counts only where chance cuts: by time every cut is the same. Maybe 1?");
        var one = table(new double[30], 0);
        assertThatThrownBy(() -> cut(one, new Folding.None()))
                .hasMessage("time = day: has too few different values for a training, a validation and a test part. "
                        + "Maybe a column with more of them?");
        var few = table(
                IntStream.range(0, 30).mapToDouble(i -> Math.floorDiv(i, 10)).toArray(), 0);
        assertThatThrownBy(() -> cut(few, Folding.of(5, 1)))
                .hasMessageStartingWith("folds = 5: is more than the 2 different values of day to learn from allow");
        var given = new @Nullable Part[30];
        given[3] = Part.TEST;
        assertThatThrownBy(() -> new Splitter().split(days, GivenParts.of(given), new SplittableRandom(1)))
                .hasMessageStartingWith("time = day: cannot go with parts that the data names itself");
    }
}
