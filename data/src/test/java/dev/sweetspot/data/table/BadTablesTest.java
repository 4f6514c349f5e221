package dev.sweetspot.data.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.prepare.TablePreparation.Wanted;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadTablesTest {
    private static final String GOOD = "x,c,y\n1,u,a\n2,v,b\n3,u,a\n4,v,b\n";

    @TempDir
    Path folder;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String text, String... words) throws IOException {
        refused(write("t.csv", text), Optional.empty(), TableOptions.AUTOMATIC, words);
    }

    private static void refused(Path file, Optional<Path> test, TableOptions options, String... words) {
        assertThatThrownBy(() -> Tables.read(file, test, options))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void aFileWithoutContentIsRefused() throws Exception {
        refused("", "t.csv: is empty");
        refused("\n  \n", "is empty");
        refused("x,y\n", "line 1", "has a header and no rows");
    }

    @Test
    void aFolderIsNoTable() {
        refused(folder, Optional.empty(), TableOptions.AUTOMATIC, "must be a file, and is a folder");
    }

    @Test
    void aRowOfAnotherLengthIsNamedByItsLine() throws Exception {
        refused("x,y\n1,a\n2\n3,b\n", "line 3", "has 1 cell, and the header has 2", "Maybe the line was cut off?");
        refused("x,y\n1,a\n2,3,b\n", "line 3", "has 3 cells", "needs quotes?");
    }

    @Test
    void quotesThatDoNotFitAreRefusedWhereTheyStand() throws Exception {
        refused("x,y\n1,a\n2,\"b\n3,c\n", "line 3", "a quote opens here and is never closed");
        refused("x,y\n1,\"a\"b\n2,c\n", "line 2", "behind the closing quote of a", "written as two");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws Exception {
        refused("x,x,y\n1,2,a\n", "line 1", "two columns are called x");
    }

    @Test
    void aWordAmongManyNumbersIsAMistakeAndIsShown() throws Exception {
        var text = new StringBuilder("x,y\n");
        for (int i = 0; i < 50; i++) {
            text.append(i == 30 ? "unknown" : i * 2.5).append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        refused(
                text.toString(),
                "line 32, column x = unknown",
                "must be a number, as 49 others of its column are",
                "Maybe");
        Tables.read(
                write("t.csv", text.toString()),
                Optional.empty(),
                new TableOptions(Optional.empty(), Optional.empty(), Optional.empty(), Set.of("x"), Set.of()));
    }

    @Test
    void hugeNumbersAreRefused() throws Exception {
        refused("x,y\n1,a\n1e35,b\n", "line 3, column x = 1e35", "must be between -1e30 and 1e30");
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsLine() throws Exception {
        var file = write("t.csv", "x,c,y\n1,caf\u00e9,a\n2,tea,b\n".getBytes(StandardCharsets.ISO_8859_1));
        refused(
                file,
                Optional.empty(),
                TableOptions.AUTOMATIC,
                "line 2",
                "not UTF-8",
                "Maybe save the file as CSV UTF-8?");
        var wide = write("w.csv", GOOD.getBytes(StandardCharsets.UTF_16));
        refused(wide, Optional.empty(), TableOptions.AUTOMATIC, "UTF-16");
    }

    @Test
    void misspeltColumnsGetTheNearest() throws Exception {
        var file = write("t.csv", "weight,colour,y\n1,u,a\n2,v,b\n3,u,a\n4,v,b\n");
        refused(
                file,
                Optional.empty(),
                TableOptions.AUTOMATIC.withTarget("wieght"),
                "target = wieght",
                "Maybe weight?");
        refused(file, Optional.empty(), TableOptions.AUTOMATIC.withGroup("color"), "group = color", "Maybe colour?");
    }

    @Test
    void oneClassOrOneRowOfAClassIsTooLittle() throws Exception {
        refused("x,y\n1,a\n2,a\n3,a\n", "at least two classes", "Maybe another --target?");
        refused("x,y\n1,a\n2,a\n3,b\n", "class = b", "has 1 row to train on and must have at least 2");
        refused("y\na\nb\n", "no column to learn from");
    }

    @Test
    void aTargetThatIsMostlyMissingIsRefused() throws Exception {
        refused("x,y\n1,a\n2,\n3,\n4,\n", "the target y is missing in 3 of 4");
    }

    @Test
    void aRegressionNeedsNumbersThatDiffer() throws Exception {
        var options = TableOptions.AUTOMATIC.withTask(Task.Kind.REGRESSION);
        refused(
                write("t.csv", "x,y\n1,2\n2,high\n3,4\n"),
                Optional.empty(),
                options,
                "line 3, column y = high",
                "a regression predicts numbers",
                "Maybe --task classification?");
        refused(write("u.csv", "x,y\n1,5\n2,5\n3,5\n"), Optional.empty(), options, "the same value everywhere");
    }

    @Test
    void aTestFileMustFit() throws Exception {
        var file = write("t.csv", GOOD);
        var lacking = Optional.of(write("lacking.csv", "x,y\n1,a\n"));
        refused(file, lacking, TableOptions.AUTOMATIC, "test = ", "lacks columns", "c");
        var unknown = Optional.of(write("unknown.csv", "x,c,y\n1,u,a\n1,u,d\n"));
        refused(
                file,
                unknown,
                TableOptions.AUTOMATIC,
                "line 3, column y = d",
                "is a class that the data to learn from does not have");
        var words = Optional.of(write("words.csv", "x,c,y\n1,u,a\nmany,u,b\n"));
        refused(file, words, TableOptions.AUTOMATIC, "line 3, column x = many", "must be a number");
        refused(file, Optional.of(write("none.csv", "x,c,y\n")), TableOptions.AUTOMATIC, "has no rows");
    }

    @Test
    void aTableToPredictMustHaveTheColumnsOfTheModel() throws Exception {
        var file = write("t.csv", GOOD);
        assertThatThrownBy(() -> Tables.unlabelled(file, List.of(new Wanted("weight", true))))
                .hasMessageContaining("lacks columns that the model was trained on: weight");
        assertThatThrownBy(() -> Tables.unlabelled(file, List.of(new Wanted("c", true))))
                .hasMessageContaining("line 2, column c = u");
    }

    @Test
    void aFolderOfTablesIsAnsweredWithWhatToName() throws Exception {
        write("train.csv", GOOD);
        assertThatThrownBy(() -> DataSets.open(folder, Optional.empty(), LoadOptions.automatic(1)))
                .hasMessageContaining("Maybe name the table itself, and --test for a test part");
    }

    @Test
    void classesWithoutEndAreRefused() throws Exception {
        var text = new StringBuilder("x,y\n");
        for (int i = 0; i < 3000; i++) {
            text.append(i % 7).append(',').append(i * 0.5).append('\n');
        }
        refused(
                write("t.csv", text.toString()),
                Optional.empty(),
                TableOptions.AUTOMATIC.withTask(Task.Kind.CLASSIFICATION),
                "too many for classes",
                "--task regression?");
    }
}
