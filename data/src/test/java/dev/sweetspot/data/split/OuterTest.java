package dev.sweetspot.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Groups;
import dev.sweetspot.data.Moments;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OuterTest {
    private static final int ROWS = 100;

    private static TableSet table(Optional<Groups> groups, Optional<Moments> moments) {
        return new TableSet(
                List.of(new Column.Numbers("x", new float[ROWS])),
                new Task.Classification(
                        List.of("a", "b"),
                        IntStream.range(0, ROWS).map(i -> i % 4 == 0 ? 1 : 0).toArray()),
                new RowNames(IntStream.range(2, ROWS + 2).toArray(), ROWS),
                groups,
                moments);
    }

    private static List<Parts> searches(TableSet set) {
        return Outer.of(5).stream()
                .map(outer -> outer.parts(set, GivenParts.none(ROWS), new Splitter(), new SplittableRandom(3)))
                .toList();
    }

    private static int[] tested(List<Parts> searches) {
        return searches.stream()
                .flatMapToInt(parts -> Arrays.stream(parts.test()))
                .sorted()
                .toArray();
    }

    @Test
    void eachItemIsTestedOnceAndSeenByAllOtherSearches() {
        var searches = searches(table(Optional.empty(), Optional.empty()));
        assertThat(tested(searches)).containsExactly(IntStream.range(0, ROWS).toArray());
        for (var parts : searches) {
            assertThat(parts.test()).hasSize(20);
            assertThat(Arrays.stream(parts.test()).filter(i -> i % 4 == 0)).hasSize(5);
            assertThat(parts.trainingAndValidation()).hasSize(80).doesNotContain(parts.test());
            assertThat(parts.validation()).hasSize(16);
        }
    }

    @Test
    void groupsAreTestedWhole() {
        var groups = new Groups(
                "patient",
                IntStream.range(0, 25).mapToObj(Integer::toString).toList(),
                IntStream.range(0, ROWS).map(i -> i % 25).toArray());
        for (var parts : searches(table(Optional.of(groups), Optional.empty()))) {
            var tested = Arrays.stream(parts.test()).map(groups::of).boxed().toList();
            assertThat(Arrays.stream(parts.trainingAndValidation())
                            .map(groups::of)
                            .boxed())
                    .doesNotContainAnyElementsOf(tested);
        }
    }

    @Test
    void byTimeASearchSeesWhatWasBeforeItsTestPartAlone() {
        var moments =
                new Moments("day", IntStream.range(0, ROWS).mapToDouble(i -> -i).toArray(), 1);
        var searches = searches(table(Optional.empty(), Optional.of(moments)));
        assertThat(searches).hasSize(5);
        for (var parts : searches) {
            double first =
                    Arrays.stream(parts.test()).mapToDouble(moments::of).min().orElseThrow();
            assertThat(Arrays.stream(parts.trainingAndValidation()).mapToDouble(moments::of))
                    .allMatch(moment -> moment < first - 1);
            double judged = Arrays.stream(parts.validation())
                    .mapToDouble(moments::of)
                    .min()
                    .orElseThrow();
            assertThat(Arrays.stream(parts.training()).mapToDouble(moments::of)).allMatch(moment -> moment < judged);
        }
    }

    @Test
    void partsOfTheDataItselfAndOddCountsAreRefused() {
        var given = new @Nullable Part[ROWS];
        given[3] = Part.TEST;
        assertThatThrownBy(() -> new Outer(1, 5)
                        .parts(
                                table(Optional.empty(), Optional.empty()),
                                GivenParts.of(given),
                                new Splitter(),
                                new SplittableRandom(1)))
                .hasMessageStartingWith("nested = 5: makes test parts itself, and the data brings parts of its own");
        assertThatThrownBy(() -> new Outer(1, 1)).hasMessage("nested = 1: must be from 2 to 20. Maybe 5?");
    }
}
