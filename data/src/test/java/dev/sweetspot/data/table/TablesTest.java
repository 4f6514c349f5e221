package dev.sweetspot.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Summary;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.data.prepare.TablePreparation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Loaded<? extends DataSet> open(Path file, TableOptions options) {
        return DataSets.open(file, Optional.empty(), LoadOptions.automatic(1).withTable(options));
    }

    private static TableSet table(Path file) {
        return (TableSet) open(file, TableOptions.AUTOMATIC).set();
    }

    private static List<String> classes(DataSet set) {
        var task = (Task.Classification) set.task();
        return IntStream.range(0, set.size())
                .mapToObj(i -> task.classNames().get(task.label(i)))
                .toList();
    }

    private static float number(TableSet set, int column, int row) {
        return ((Column.Numbers) set.columns().get(column)).value(row);
    }

    private static String word(TableSet set, int column, int row) {
        var words = (Column.Categories) set.columns().get(column);
        return words.missing(row) ? "?" : words.categories().get(words.code(row));
    }

    private static final String ANIMALS = """
            name,legs,weight,kind
            "cat, small",4,3.5,mammal
            "the ""big"" dog",4,,mammal
            owl,2,NA,bird
            owl,2,2.5,bird
            """;

    @Test
    void columnsAreNumbersOrCategoriesAndTheLastIsTheTarget() throws Exception {
        var set = table(write("animals.csv", ANIMALS));
        assertThat(set.size()).isEqualTo(4);
        assertThat(set.columns().stream().map(Column::name)).containsExactly("name", "legs", "weight");
        assertThat(word(set, 0, 0)).isEqualTo("cat, small");
        assertThat(word(set, 0, 1)).isEqualTo("the \"big\" dog");
        assertThat(number(set, 2, 0)).isEqualTo(3.5f);
        assertThat(set.columns().get(2).missing(1)).isTrue();
        assertThat(set.columns().get(2).missing(2)).isTrue();
        assertThat(classes(set)).containsExactly("mammal", "mammal", "bird", "bird");
        assertThat(set.name(1)).isEqualTo("row 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsSeen(String separator) throws Exception {
        var text = "a,b,y\n1,u,p\n2,v,q\n3,u,p\n4,v,q\n".replace(",", separator);
        var set = table(write("t.csv", text));
        assertThat(set.columns().stream().map(Column::name)).containsExactly("a", "b");
        assertThat(number(set, 0, 3)).isEqualTo(4);
        assertThat(set.hash())
                .isEqualTo(table(write("u.csv", text.replace(separator, ","))).hash());
    }

    @Test
    void withSemicolonsACommaIsTheDecimalPoint() throws Exception {
        var set = table(write("t.csv", "a;b;y\n1,5;2;p\n-2,25;3;q\n3,0;4;p\n4;5;q\n"));
        assertThat(number(set, 0, 1)).isEqualTo(-2.25f);
    }

    @Test
    void theWayTheFileIsWrittenDoesNotMatter() throws Exception {
        var plain = table(write("a.csv", ANIMALS)).hash();
        assertThat(table(write("b.csv", "\uFEFF" + ANIMALS.replace("\n", "\r\n")))
                        .hash())
                .isEqualTo(plain);
        assertThat(table(write("c.csv", ANIMALS.replace("4,3.5", " 4 , 3.5 ").stripTrailing()))
                        .hash())
                .isEqualTo(plain);
        var packed = folder.resolve("d.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(ANIMALS.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(table(packed).hash()).isEqualTo(plain);
        assertThat(table(write("e.csv", ANIMALS.replace("3.5", "3.6"))).hash()).isNotEqualTo(plain);
        assertThat(table(write("f.csv", ANIMALS.replace("bird", "fish"))).hash())
                .isNotEqualTo(plain);
    }

    @Test
    void emptyAndTheUsualWordsAreMissing() throws Exception {
        var set = table(write("t.csv", "a,b,y\n,u,p\nNaN,,q\n?,NULL,p\nn/a,?,q\nna,\"\",p\n7,-,q\n"));
        assertThat(set.columns().get(0).missing()).isEqualTo(5);
        assertThat(set.columns().get(1).missing()).isEqualTo(4);
        assertThat(word(set, 1, 5)).isEqualTo("-");
    }

    private Path numbers(String target, int rows) throws IOException {
        var text = new StringBuilder("x,").append(target).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append(i * 37 % 101).append(',').append(i % 3).append('\n');
        }
        return write("numbers.csv", text.toString());
    }

    @Test
    void fewWholeNumbersAreClassesUnlessARegressionIsWanted() throws Exception {
        var file = numbers("y", 60);
        var loaded = open(file, TableOptions.AUTOMATIC);
        assertThat(((Task.Classification) loaded.set().task()).classNames()).containsExactly("0", "1", "2");
        assertThat(loaded.notes().get(0)).contains("3 different whole numbers of y", "--task regression");
        var numbers = open(file, TableOptions.AUTOMATIC.withTask(Task.Kind.REGRESSION))
                .set();
        assertThat(((Task.Regression) numbers.task()).target(5)).isEqualTo(2);
    }

    @Test
    void otherNumbersAreARegressionUnlessClassesAreWanted() throws Exception {
        var file = numbers("y", 60);
        var bySize = TableOptions.AUTOMATIC.withTarget("x");
        assertThat(((Task.Regression) open(file, bySize).set().task()).targetName())
                .isEqualTo("x");
        var text = "x,y\n" + "1,1.5\n2,2.5\n".repeat(10);
        var classes = open(write("c.csv", text), TableOptions.AUTOMATIC.withTask(Task.Kind.CLASSIFICATION))
                .set();
        assertThat(((Task.Classification) classes.task()).classNames()).containsExactly("1.5", "2.5");
    }

    @Test
    void classesThatAreNumbersAreInTheirOrder() throws Exception {
        var text = new StringBuilder("x,y\n");
        for (int i = 0; i < 60; i++) {
            text.append(i)
                    .append(',')
                    .append(i % 3 == 0 ? 10 : i % 3 == 1 ? -1 : 2)
                    .append('\n');
        }
        assertThat(((Task.Classification) table(write("t.csv", text.toString())).task()).classNames())
                .containsExactly("-1", "2", "10");
    }

    @Test
    void rowsWithoutATargetAreSkippedAndSaid() throws Exception {
        var loaded = open(write("t.csv", "x,y\n1,a\n2,\n3,b\n4,a\n5,b\n"), TableOptions.AUTOMATIC);
        assertThat(loaded.set().size()).isEqualTo(4);
        assertThat(loaded.skipped()).hasToString("[row 3: its target y is missing]");
        assertThat(loaded.set().name(1)).isEqualTo("row 4");
        assertThat(Summary.of(loaded)).contains("1 row could not be used and was skipped");
    }

    @Test
    void columnsThatSayNothingAreLeftOutWithTheReason() throws Exception {
        var text = new StringBuilder("id,name,same,gone,x,y\n");
        for (int i = 0; i < 30; i++) {
            text.append(i + 100)
                    .append(",person ")
                    .append(i)
                    .append(",7,,")
                    .append(i % 7)
                    .append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        var loaded = open(write("t.csv", text.toString()), TableOptions.AUTOMATIC);
        assertThat(((TableSet) loaded.set()).columns().stream().map(Column::name))
                .containsExactly("x");
        assertThat(loaded.notes())
                .containsExactly(
                        "Left out column id: it only numbers the rows.",
                        "Left out column name: all texts are different, so they name the rows and say nothing about others.",
                        "Left out column same: there is one value in all rows.",
                        "Left out column gone: all values are missing.");
    }

    @Test
    void datesAreDaysSince1970() throws Exception {
        // By hand: 1970-01-02 is day 1, 2000-01-01 is day 10957; six in the evening is three quarters.
        var set = table(write("t.csv", "d,y\n1970-01-02,a\n2000-01-01 18:00:00,b\n,a\n1969-12-31,b\n"));
        assertThat(number(set, 0, 0)).isEqualTo(1);
        assertThat(number(set, 0, 1)).isEqualTo(10957.75f);
        assertThat(set.columns().get(0).missing(2)).isTrue();
        assertThat(number(set, 0, 3)).isEqualTo(-1);
    }

    @Test
    void aPersonMaySayWhichColumnsAreCategoriesAndWhichDoNotCount() throws Exception {
        var file = write("t.csv", "zip,x,y\n1000,1,a\n2000,2,b\n1000,3,a\n2000,4,b\n");
        var options =
                new TableOptions(Optional.empty(), Optional.empty(), Optional.empty(), Set.of("zip"), Set.of("x"));
        var set = (TableSet) open(file, options).set();
        assertThat(set.columns().stream().map(Column::name)).containsExactly("zip");
        assertThat(word(set, 0, 1)).isEqualTo("2000");
    }

    @Test
    void aTableWithoutAHeaderIsReadWhole() throws Exception {
        var loaded = open(write("t.csv", "5.1,3.5,0\n4.9,3.1,1\n".repeat(10)), TableOptions.AUTOMATIC);
        assertThat(loaded.set().size()).isEqualTo(20);
        assertThat(loaded.notes().get(0)).contains("no header");
        assertThat(((TableSet) loaded.set()).columns().get(1).name()).isEqualTo("column_2");
    }

    @Test
    void aTestFileIsTheTestPartWhateverTheOrderOfItsColumns() throws Exception {
        var file = write("train.csv", "x,c,y\n1,u,a\n2,v,b\n3,u,a\n4,v,b\n");
        var test = write("other.csv", "y,extra,c,x\nb,0,w,9\na,0,?,8\n");
        var loaded = DataSets.open(file, Optional.of(test), LoadOptions.automatic(1));
        var set = (TableSet) loaded.set();
        assertThat(set.size()).isEqualTo(6);
        assertThat(loaded.given().count(Part.TEST)).isEqualTo(2);
        assertThat(loaded.given().partOf(4)).contains(Part.TEST);
        assertThat(set.name(4)).isEqualTo("test row 2");
        assertThat(number(set, 0, 4)).isEqualTo(9);
        assertThat(word(set, 1, 4)).isEqualTo("w");
        assertThat(word(set, 1, 5)).isEqualTo("?");
        assertThat(classes(set)).containsExactly("a", "b", "a", "b", "b", "a");
        assertThat(loaded.notes()).anyMatch(note -> note.contains("extra"));
    }

    @Test
    void groupsAreKeptAndNotLearntFrom() throws Exception {
        var text = "patient,x,y\np1,1,a\np2,2,b\np1,3,a\np2,4,b\n,5,a\n,6,b\n";
        var set = (TableSet) open(write("t.csv", text), TableOptions.AUTOMATIC.withGroup("patient"))
                .set();
        var groups = set.groups().orElseThrow();
        assertThat(set.columns().stream().map(Column::name)).containsExactly("x");
        assertThat(groups.count()).as("two patients, and two rows of nobody").isEqualTo(4);
        assertThat(groups.of(0)).isEqualTo(groups.of(2)).isNotEqualTo(groups.of(1));
        assertThat(groups.of(4)).isNotEqualTo(groups.of(5));
    }

    @Test
    void withoutATaskAllColumnsAreLearntFrom() throws Exception {
        var file = numbers("y", 20);
        var set = (TableSet) open(file, TableOptions.AUTOMATIC.withTask(Task.Kind.RECONSTRUCTION))
                .set();
        assertThat(set.columns()).hasSize(2);
        assertThat(set.task()).isEqualTo(new Task.Reconstruction(20));
    }

    @Test
    void aTableToPredictNeedsTheColumnsOfTheModelAndNoTarget() throws Exception {
        var set = table(write("train.csv", "x,c,y\n1,u,a\n2,v,b\n3,u,a\n4,v,b\n"));
        var preparation = TablePreparation.fit(set, new int[] {0, 1, 2, 3}, Scaling.NONE);
        var later = Tables.unlabelled(write("later.csv", "c,other,x\nv,hello,7\nu,hello,8\n"), preparation.columns());
        assertThat(preparation.apply(later.set()).all()).containsExactly(7, 0, 1, 8, 1, 0);
    }

    @Test
    void theSummarySaysWhatWasRead() throws Exception {
        assertThat(Summary.of(open(write("animals.csv", ANIMALS), TableOptions.AUTOMATIC)))
                .isEqualTo(
                        "4 rows. They have 2 columns of numbers and 1 column of categories (3 categories in all). 2 values"
                                + " are missing, in weight. To be predicted: one of 2 classes, bird 2, mammal 2.");
        assertThat(Summary.of(open(numbers("y", 101), TableOptions.AUTOMATIC.withTarget("x"))))
                .contains("To be predicted: the number x, from 0 to 100, 50 on average.");
    }
}
