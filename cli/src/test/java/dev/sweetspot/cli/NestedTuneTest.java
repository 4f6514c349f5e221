package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class NestedTuneTest {
    private static final Path WINE = Path.of("..", "samples", "wine.csv").toAbsolutePath();

    @TempDir
    Path home;

    private Ran nested() {
        return Ran.in(
                Map.of(),
                home,
                "tune",
                WINE.toString(),
                "--nested",
                "2",
                "--trials",
                "1",
                "--set",
                "epochs=1",
                "--set",
                "folds=1",
                "--set",
                "members=1",
                "--name",
                "wine",
                "--out",
                home.resolve("out").toString(),
                "--json",
                "--store",
                home.resolve("store.db").toString());
    }

    private static MapForm last(Ran ran) {
        var lines = ran.out().lines().toList();
        return Json.parseMap(lines.get(lines.size() - 1), "last line");
    }

    @Test
    void eachOuterFoldIsAStudyOfItsOwnAndTheSameCallAgainRunsNothingTwice() throws Exception {
        var ran = nested();
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var result = last(ran);
        var fields = Fields.of(result);
        assertThat(fields.text("study")).isEqualTo("wine");
        assertThat(fields.integer("nested")).isEqualTo(2);
        assertThat(fields.number("low")).isLessThanOrEqualTo(fields.number("value"));
        var folds = fields.list("folds").items();
        assertThat(folds)
                .extracting(fold -> Fields.of(fold).text("study"))
                .containsExactly("wine-outer-1", "wine-outer-2");
        int tested =
                folds.stream().mapToInt(fold -> Fields.of(fold).integer("n")).sum();
        assertThat(tested).as("each row is tested on once").isEqualTo(178);
        assertThat(home.resolve("out").resolve("nested.json")).exists();
        assertThat(ran.err()).contains("Outer fold 2 of 2, study wine-outer-2").contains("On new data");

        var report = home.resolve("out").resolve("outer-1").resolve("report.json");
        var before = Files.getLastModifiedTime(report);
        var again = nested();
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(last(again)).isEqualTo(result);
        assertThat(Files.getLastModifiedTime(report)).isEqualTo(before);
        assertThat(again.out().lines()).hasSize(1);
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnythingIsRead() {
        refused("nested = 1: must be from 2 to 20. Maybe 5?", "--nested", "1");
        refused("--nested = 3: makes test parts itself, and --test brings one", "--nested", "3", "--test", "t.csv");
        refused(
                "--nested = 3: says how good one objective is on new data, and there are 2",
                "--nested",
                "3",
                "--objective",
                "accuracy",
                "--objective",
                "size");
    }

    private void refused(String message, String... flags) {
        var words = new ArrayList<>(List.of("tune", WINE.toString()));
        words.addAll(List.of(flags));
        words.addAll(List.of("--store", home.resolve("store.db").toString()));
        var ran = Ran.in(Map.of(), home, words.toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
    }
}
