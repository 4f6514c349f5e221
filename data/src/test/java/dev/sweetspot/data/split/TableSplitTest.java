package dev.sweetspot.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Groups;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableSplitTest {
    private static TableSet table(Task task, Optional<Groups> groups) {
        int rows = task.size();
        var values = new float[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = i;
        }
        return new TableSet(
                List.of(new Column.Numbers("x", values)),
                task,
                new RowNames(IntStream.range(2, rows + 2).toArray(), rows),
                groups);
    }

    private static Task classes(int rows) {
        return new Task.Classification(
                List.of("a", "b"),
                IntStream.range(0, rows).map(i -> i % 5 == 0 ? 1 : 0).toArray());
    }

    /** Groups of 1 to 9 rows, one behind the other. */
    private static Groups groups(int rows) {
        var of = new int[rows];
        int group = 0;
        int left = 1;
        for (int i = 0; i < rows; i++) {
            if (left-- == 0) {
                group++;
                left = group % 9;
            }
            of[i] = group;
        }
        return new Groups(
                "patient",
                IntStream.rangeClosed(0, group).mapToObj(g -> "p" + g).toList(),
                of);
    }

    private static Set<Integer> groupsOf(TableSet set, int[] items) {
        var found = new TreeSet<Integer>();
        Arrays.stream(items).forEach(i -> found.add(set.groups().orElseThrow().of(i)));
        return found;
    }

    @Test
    void everyPartHasSmallAndLargeTargets() {
        // One row in ten is far above all others: by chance alone a part of 40 would often have 1 or 8 of them.
        var targets = IntStream.range(0, 250)
                .mapToDouble(i -> i % 10 == 0 ? 1000 + i : i)
                .toArray();
        var set = table(new Task.Regression("y", targets), Optional.empty());
        var parts = new Splitter().split(set, GivenParts.none(250), new SplittableRandom(1));
        for (var part : Part.values()) {
            var items = parts.of(part);
            double large = Arrays.stream(items).filter(i -> targets[i] >= 1000).count();
            assertThat(large / items.length).as(part.word()).isCloseTo(0.1, offset(0.03));
        }
        assertThat(parts.test().length).isEqualTo(50);
    }

    @Test
    void groupsStayWholeAndPartsHaveTheirShares() {
        var set = table(classes(2000), Optional.of(groups(2000)));
        var parts = new Splitter(0.25, 0.2).split(set, GivenParts.none(2000), new SplittableRandom(4));
        var task = (Task.Classification) set.task();
        var seen = new TreeSet<Integer>();
        int sum = 0;
        for (var part : Part.values()) {
            var groups = groupsOf(set, parts.of(part));
            sum += groups.size();
            seen.addAll(groups);
            double share = part == Part.TEST ? 0.25 : part == Part.VALIDATION ? 0.15 : 0.6;
            assertThat(parts.of(part).length / 2000.0).isCloseTo(share, offset(0.01));
            assertThat((double) task.counts(parts.of(part))[1] / parts.of(part).length)
                    .isCloseTo(0.2, offset(0.01));
        }
        assertThat(sum).as("no group is in two parts").isEqualTo(seen.size());
    }

    @Test
    void threeGroupsAreEnoughAndTwoAreNot() {
        var of = new int[90];
        Arrays.fill(of, 30, 60, 1);
        Arrays.fill(of, 60, 90, 2);
        var three = table(classes(90), Optional.of(new Groups("g", List.of("a", "b", "c"), of)));
        var parts = new Splitter().split(three, GivenParts.none(90), new SplittableRandom(1));
        assertThat(parts.training()).hasSize(30);
        Arrays.fill(of, 60, 90, 1);
        var two = table(classes(90), Optional.of(new Groups("g", List.of("a", "b"), of)));
        assertThatThrownBy(() -> new Splitter().split(two, GivenParts.none(90), new SplittableRandom(1)))
                .hasMessageContaining("at least 3 groups?");
    }

    @Test
    void aGivenTestPartGetsNoFurtherGroups() {
        var set = table(classes(100), Optional.of(groups(100)));
        var given = new Part[100];
        Arrays.fill(given, 80, 100, Part.TEST);
        var parts = new Splitter().split(set, GivenParts.of(given), new SplittableRandom(1));
        assertThat(parts.test()).containsExactly(IntStream.range(80, 100).toArray());
        assertThat(parts.validation().length / 80.0).isCloseTo(0.2, offset(0.03));
    }

    @Test
    void groupsThatTheDataTearsApartAreSaid() {
        var set = table(classes(90), Optional.of(new Groups("g", List.of("a"), new int[90])));
        var parts = new Parts(
                IntStream.range(0, 50).toArray(),
                IntStream.range(50, 70).toArray(),
                IntStream.range(70, 90).toArray());
        assertThat(PartsReview.notes(set, parts).get(0)).contains("20 of 20 test rows are of groups (g)");
    }

    @Test
    void everyItemValidatesOnceInARepeat() {
        var set = table(classes(103), Optional.empty());
        var parts = new Splitter().split(set, GivenParts.none(103), new SplittableRandom(1));
        var folds = new Folds(4, 2).of(set, parts, new SplittableRandom(2));
        assertThat(folds).hasSize(8);
        for (int repeat = 0; repeat < 2; repeat++) {
            var met = folds.subList(4 * repeat, 4 * repeat + 4).stream()
                    .flatMapToInt(fold -> Arrays.stream(fold.validation()))
                    .sorted()
                    .toArray();
            assertThat(met).containsExactly(parts.trainingAndValidation());
        }
        var task = (Task.Classification) set.task();
        for (var fold : folds) {
            assertThat(fold.trainingAndValidation()).containsExactly(parts.trainingAndValidation());
            assertThat(fold.test()).containsExactly(parts.test());
            assertThat(fold.validation().length).isBetween(20, 21);
            assertThat(task.counts(fold.validation())[1]).isBetween(4, 5);
        }
        assertThat(folds.get(0)).isNotEqualTo(folds.get(4));
        assertThat(new Folds(4, 2).of(set, parts, new SplittableRandom(2))).isEqualTo(folds);
    }

    @Test
    void foldsKeepGroupsWhole() {
        var set = table(classes(500), Optional.of(groups(500)));
        var parts = new Splitter().split(set, GivenParts.none(500), new SplittableRandom(1));
        for (var fold : new Folds().of(set, parts, new SplittableRandom(2))) {
            var both = groupsOf(set, fold.training());
            both.retainAll(groupsOf(set, fold.validation()));
            assertThat(both).isEmpty();
        }
    }

    @Test
    void moreFoldsThanItemsAreRefused() {
        var set = table(classes(10), Optional.empty());
        var parts = new Splitter().split(set, GivenParts.none(10), new SplittableRandom(1));
        assertThatThrownBy(() -> new Folds(20, 1).of(set, parts, new SplittableRandom(1)))
                .hasMessageContaining("folds = 20: is more than there are rows to learn from");
        assertThatThrownBy(() -> new Folds(1, 1)).hasMessageContaining("must be from 2 to 20");
    }
}
