package dev.sweetspot.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
    @TempDir
    Path folder;

    private TableSet read(String text, TimeOrder order) throws IOException {
        return Tables.read(
                        Files.writeString(folder.resolve("t.csv"), text),
                        Optional.empty(),
                        TableOptions.AUTOMATIC.withTime(order).withTask(Task.Kind.REGRESSION))
                .set();
    }

    private static double[] moments(TableSet set) {
        var moments = set.moments().orElseThrow();
        return IntStream.range(0, set.size()).mapToDouble(moments::of).toArray();
    }

    @Test
    void datesAndMomentsOfADaySayWhenRowsWereAndAreNotLearntFrom() throws Exception {
        var set = read(
                "day,x,y\n1970-01-03,1,5\n1970-01-01,2,6\n1970-01-01 12:00,3,7\n1970-01-02T06:00:00Z,4,8\n",
                new TimeOrder("day", 2));
        assertThat(moments(set)).containsExactly(2, 0, 0.5, 1.25);
        assertThat(set.columns()).extracting(Column::name).containsExactly("x");
        assertThat(set.moments().orElseThrow().gap()).isEqualTo(2);
    }

    @Test
    void numbersDoToo() throws Exception {
        assertThat(moments(read("t,x,y\n20240103.5,1,5\n-3,2,6\n1e12,3,7\n", new TimeOrder("t"))))
                .containsExactly(20240103.5, -3, 1e12);
    }

    @Test
    void withoutAColumnTheOrderOfTheRowsDoesUnlessOneIsCalledSo() throws Exception {
        assertThat(moments(read("x,y\n1,5\n2,6\n3,7\n", new TimeOrder("row")))).containsExactly(0, 1, 2);
        assertThat(moments(read("row,x,y\n9,1,5\n8,2,6\n7,3,7\n", new TimeOrder("row"))))
                .containsExactly(9, 8, 7);
    }

    @Test
    void theLastColumnIsPredictedAlsoWhereTheTimeStandsBehindIt() throws Exception {
        var set = read("x,y,day\n1,5,3\n2,6,1\n3,7,2\n", new TimeOrder("day"));
        assertThat(((Task.Regression) set.task()).targetName()).isEqualTo("y");
    }

    @Test
    void anotherOrderIsOtherData() throws Exception {
        var text = "day,x,y\n1,1,5\n2,2,6\n3,3,7\n";
        assertThat(read(text, new TimeOrder("day")).hash())
                .isNotEqualTo(read(text.replace("2,2,6", "9,2,6"), new TimeOrder("day"))
                        .hash());
    }

    @Test
    void whatIsNoOrderIsRefusedWithItsPlace() {
        refused(
                "day,x,y\nMonday,1,5\nTuesday,2,6\n",
                "day",
                "line 2, column day = Monday",
                "must be a number or a date");
        refused("day,x,y\n2024-01-01,1,5\n,2,6\n", "day", "line 3, column day", "must say when the row was");
        refused("day,x,y\n1,1,5\n2,2,6\n", "days", "time = days: is no column of", "Maybe day?");
    }

    private void refused(String text, String column, String... words) {
        assertThatThrownBy(() -> read(text, new TimeOrder(column)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void whatCannotGoWithItIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("t.csv"), "day,x,y\n1,1,5\n2,2,6\n3,3,7\n");
        var options = TableOptions.AUTOMATIC.withTime(new TimeOrder("day"));
        assertThatThrownBy(() -> Tables.read(file, Optional.of(file), options))
                .hasMessage("time = day: cannot go with a test file: the test part is what comes last in time. "
                        + "Maybe put the rows of both into one file?");
        assertThatThrownBy(() -> Tables.read(file, Optional.empty(), options.withTarget("day")))
                .hasMessageStartingWith("time = day: is the column to predict");
        assertThatThrownBy(() -> options.withGroup("x"))
                .hasMessageStartingWith("time = day: cannot go with groups: a group may last longer");
        var ignoring = new TableOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), options.time(), Set.of(), Set.of("day"));
        assertThatThrownBy(() -> Tables.read(file, Optional.empty(), ignoring))
                .hasMessageStartingWith("ignore = day: says when the rows were");
    }
}
