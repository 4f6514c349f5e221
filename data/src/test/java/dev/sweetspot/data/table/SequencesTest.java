package dev.sweetspot.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.Summary;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequencesTest {
    private static final String GOOD = """
            series,step,x,y,label
            s1,0,1,10,up
            s1,1,2,20,up
            s1,2,3,30,up
            s2,0,4,,down
            s3,5,5,50,up
            s3,6,6,60,up
            s4,0,7,70,down
            s4,1,8,80,down
            """;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Loaded<? extends DataSet> open(Path file, Optional<Path> test) {
        return DataSets.open(file, test, LoadOptions.automatic(1));
    }

    private SequenceSet series(String text) throws IOException {
        return (SequenceSet) open(write("s.csv", text), Optional.empty()).set();
    }

    @Test
    void seriesOfAnyLengthAreRead() throws Exception {
        var set = series(GOOD);
        assertThat(set.size()).isEqualTo(4);
        assertThat(set.channels()).containsExactly("x", "y");
        assertThat(set.length(0)).isEqualTo(3);
        assertThat(set.length(1)).isEqualTo(1);
        assertThat(set.series(2)).containsExactly(5, 50, 6, 60);
        assertThat(set.value(0, 2, 1)).isEqualTo(30);
        assertThat(set.value(1, 0, 1)).isNaN();
        assertThat(set.name(3)).isEqualTo("s4");
        var task = (Task.Classification) set.task();
        assertThat(task.classNames()).containsExactly("down", "up");
        assertThat(task.labels(new int[] {0, 1, 2, 3})).containsExactly(1, 0, 1, 0);
    }

    @Test
    void aPackedFileAndATestFileAreRead() throws Exception {
        var packed = folder.resolve("train.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        var test = write("test.csv", "series,step,x,y,label\ns1,0,9,9,down\n");
        var loaded = open(packed, Optional.of(test));
        var set = (SequenceSet) loaded.set();
        assertThat(set.name(4)).isEqualTo("test:s1");
        assertThat(loaded.given().partOf(4)).contains(Part.TEST);
        assertThat(set.series(4)).containsExactly(9, 9);
        assertThat(loaded.notes()).containsExactly("1 value is missing, and the mean of the channel stands there.");
        assertThat(Summary.of(loaded))
                .isEqualTo(
                        "5 series, 1 of them the given test part. Each has 1 to 3 steps of 2 channels. To be predicted: one"
                                + " of 2 classes, down 3, up 2.");
    }

    @Test
    void aNumberOfASeriesCanBeThePrediction() throws Exception {
        var set = series(GOOD.replace("up", "1.5").replace("down", "2.25"));
        assertThat(((Task.Regression) set.task()).targets(new int[] {0, 1})).containsExactly(1.5, 2.25);
    }

    @Test
    void stepsAtUnevenDistancesAreSaid() throws Exception {
        var loaded = open(write("s.csv", GOOD.replace("s1,2,", "s1,7,")), Optional.empty());
        assertThat(loaded.notes().get(0)).contains("In 1 of 4 series steps lie at uneven distances");
    }

    @Test
    void aSeriesWithoutALabelIsSkippedAndSaid() throws Exception {
        var loaded = open(write("s.csv", GOOD + "s5,0,1,1,\ns5,1,1,1,\n"), Optional.empty());
        assertThat(loaded.set().size()).isEqualTo(4);
        assertThat(loaded.skipped()).hasToString("[series s5: its target label is missing]");
    }

    private void refused(String text, String... words) throws IOException {
        var file = write("s.csv", text);
        assertThatThrownBy(() -> open(file, Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void aSeriesInTwoPlacesIsRefused() throws Exception {
        refused(GOOD + "s1,3,1,1,up\n", "line 10, column series = s1", "stands in two places, first on line 2", "sort");
    }

    @Test
    void stepsThatDoNotAscendAreRefused() throws Exception {
        refused(GOOD.replace("s1,2,", "s1,1,"), "line 4, column step = 1", "must be above the step before it, 1");
        refused(GOOD.replace("s1,2,", "s1,two,"), "line 4, column step = two", "must be a number");
        refused(GOOD.replace("s1,2,", "s1,,"), "line 4, column step");
    }

    @Test
    void aLabelThatChangesInsideASeriesIsRefused() throws Exception {
        refused(
                GOOD.replace("s1,2,3,30,up", "s1,2,3,30,down"),
                "line 4, column label = down",
                "changes inside the series s1");
    }

    @Test
    void channelsMustBeNumbers() throws Exception {
        refused(GOOD.replace("s3,6,6", "s3,6,high"), "line 7, column x = high", "must be a number");
        refused("series,step,label\ns1,0,a\n", "has no channel");
    }

    @Test
    void aRowMustNameItsSeries() throws Exception {
        refused(GOOD.replace("s2,0", ",0"), "line 5, column series", "must name the series");
    }

    @Test
    void aTestFileMustHaveTheSameChannels() throws Exception {
        var file = write("s.csv", GOOD);
        var other = Optional.of(write("t.csv", "series,step,x,z,label\ns1,0,9,9,down\n"));
        assertThatThrownBy(() -> open(file, other))
                .hasMessageContaining("test = ")
                .hasMessageContaining("must have the channels of")
                .hasMessageContaining("x, y, and has x, z");
        var table = Optional.of(write("u.csv", "x,label\n1,up\n"));
        assertThatThrownBy(() -> open(file, table)).hasMessageContaining("must hold series too");
        var unknown = Optional.of(write("v.csv", "series,step,x,y,label\ns1,0,9,9,sideways\n"));
        assertThatThrownBy(() -> open(file, unknown)).hasMessageContaining("line 2, column label = sideways");
    }

    @Test
    void seriesToPredictNeedNoLabel() throws Exception {
        var file = write("p.csv", "series,step,y,x\nq,0,2,1\nq,1,4,3\n");
        var set = Sequences.unlabelled(file, List.of("x", "y")).set();
        assertThat(set.series(0)).containsExactly(1, 2, 3, 4);
        assertThatThrownBy(() -> Sequences.unlabelled(file, List.of("x", "w"))).hasMessageContaining("lacks channels");
    }

    @Test
    void whatCountsOnlyForTablesIsRefused() throws Exception {
        var file = write("s.csv", GOOD);
        var grouped = LoadOptions.automatic(1).withTable(TableOptions.AUTOMATIC.withGroup("x"));
        assertThatThrownBy(() -> DataSets.open(file, Optional.empty(), grouped))
                .hasMessageContaining("group = x: is for tables");
        var named = LoadOptions.automatic(1)
                .withTable(
                        new TableOptions(Optional.empty(), Optional.empty(), Optional.empty(), Set.of("x"), Set.of()));
        assertThatThrownBy(() -> DataSets.open(file, Optional.empty(), named))
                .hasMessageContaining("category = x: is for tables");
    }

    @Test
    void aColumnMayBeIgnoredAndAnotherBeTheTarget() throws Exception {
        var file = write(
                "s.csv",
                GOOD.replace("label\n", "label,note\n")
                        .replace("up\n", "up,a\n")
                        .replace("down\n", "down,b\n"));
        var options = new TableOptions(
                Optional.of("label"), Optional.empty(), Optional.empty(), Set.of(), Set.of("note", "y"));
        var set = Sequences.read(file, Optional.empty(), options).set();
        assertThat(set.channels()).containsExactly("x");
        assertThat(((Task.Classification) set.task()).classNames()).containsExactly("down", "up");
    }
}
