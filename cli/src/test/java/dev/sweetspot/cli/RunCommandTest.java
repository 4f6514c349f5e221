package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    /** A parabola with its bottom at 30 units, in whole numbers, which is all that a shell can do. */
    private static final String SCRIPT = """
            echo "working on $1"
            echo "loss: $((($1 - 30) * ($1 - 30)))"
            """;

    private static final String STUDY = """
            space:
              units: {type: integer, low: 1, high: 100}
            objective: {name: loss, pattern: 'loss: ([0-9]+)'}
            budget: {trials: 12}
            command: [sh, train.sh, "{units}"]
            """;

    @TempDir
    Path home;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(home.resolve("train.sh"), SCRIPT);
        file = home.resolve("units.yaml");
        Files.writeString(file, STUDY);
    }

    private Ran run(Object... more) {
        var words = new ArrayList<Object>(List.of("run", file, "--store", home.resolve("s.db")));
        words.addAll(List.of("--out", home.resolve("out")));
        words.addAll(List.of(more));
        return Ran.of(words.toArray());
    }

    @Test
    void aScriptIsTunedWithoutALineOfItChanged() throws IOException {
        var ran = run("--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var result = Fields.of(Json.parse(ran.out(), "out"));
        assertThat(result.text("study")).isEqualTo("units");
        assertThat(result.map("trials").whole("completed")).isEqualTo(12);
        var best = result.map("best");
        long units = best.map("configuration").whole("units");
        assertThat(best.number("validation"))
                .isEqualTo((units - 30.0) * (units - 30.0))
                .isLessThan(400);
        assertThat(Files.readString(home.resolve("out/trials/0/stdout.txt"))).startsWith("working on ");
    }

    @Test
    void aStudyIsShownElsewhereWhileItRunsAndWhenItGoesOn() {
        var runs = home.resolve("runs");
        var ran = run("--trials", 2, "--track", "tensorboard:" + runs);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(runs.resolve("trial-0001")).isNotEmptyDirectory();
        assertThat(runs.resolve("trial-0002")).doesNotExist();
        var store = home.resolve("s.db");
        Ran.of("resume", "units", "--store", store, "--trials", 3, "--track", "tensorboard:" + runs);
        assertThat(runs.resolve("trial-0002")).isNotEmptyDirectory();
        assertThat(run("--name", "other", "--track", "tensorbord:x").err()).contains("tensorboard?");
    }

    @Test
    void whatWasSaidInTheCallTakesThePlaceOfTheFile() {
        var ran = run("--trials", 3, "--name", "short", "--json");

        assertThat(Fields.of(Json.parse(ran.out(), "out")).map("trials").whole("total"))
                .isEqualTo(3);
        assertThat(Ran.of("show", "short", "--store", home.resolve("s.db")).exitCode())
                .isZero();
    }

    @Test
    void aStudyOfAProgramGoesOnAndHasWorkersAndAReport() {
        assertThat(run().exitCode()).isZero();
        var store = home.resolve("s.db");

        var resumed = Ran.of("resume", "units", "--trials", 15, "--store", store, "--json");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(Fields.of(Json.parse(resumed.out(), "out")).map("trials").whole("total"))
                .isEqualTo(15);
        for (var command : new String[] {"show", "trials", "worker", "audit", "replay"}) {
            var ran = Ran.of(command, "units", "--store", store);
            assertThat(ran.exitCode()).as("%s: %s", command, ran.err()).isZero();
        }
        var report = Ran.of("report", "units", "--store", store, "-o", home.resolve("r.html"));
        assertThat(report.exitCode()).as(report.err()).isZero();
        var refused = Ran.of("resume", "units", "--data", home, "--store", store);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is of a search of networks, and units is of a program");
    }

    @Test
    void whereNoTrialGivesAValueTheFirstFailureIsSaid() throws IOException {
        Files.writeString(home.resolve("train.sh"), "echo out of paper >&2; exit 7");

        var ran = run("--trials", 2);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out() + ran.err())
                .contains("No trial gave a value")
                .contains("exit code 7")
                .contains("out of paper");
    }

    @Test
    void aFileWithDataIsSearchedAsTuneDoesIt() throws IOException {
        var table = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < 60; i++) {
            table.append(i % 7)
                    .append(',')
                    .append(i % 5)
                    .append(',')
                    .append(i % 7 > 3 ? "x" : "y")
                    .append('\n');
        }
        Files.writeString(home.resolve("table.csv"), table);
        Files.writeString(file, """
                name: on-data
                data: table.csv
                family: [mlp]
                space:
                  learning_rate: {type: real, low: 0.001, high: 0.01, scale: log}
                budget: {trials: 2}
                """);

        var ran = run("--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Fields.of(Json.parse(ran.out(), "out")).text("study")).isEqualTo("on-data");
    }

    @Test
    void aWrongFileIsRefusedWithItsPlace() throws IOException {
        Files.writeString(file, STUDY.replace("{units}\"", "{unit}\""));

        var ran = run();

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("sweetspot: " + file
                        + ", line 5, column 25: command = {unit}: is no parameter. Maybe units?\n");
    }
}
