package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the commands say that only look something up, for people and for programs. */
class ReferenceCommandsTest {
    @TempDir
    Path home;

    private static List<Fields> json(Ran ran) {
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran.out()
                .lines()
                .map(line -> Fields.of(Json.parseMap(line, "out")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samplers",
                "schedulers",
                "families",
                "optimizers",
                "losses",
                "schedules",
                "parameters",
                "metrics",
                "formats"
            })
    void everyLineOfAListIsAnObjectForPrograms(String kind) {
        var lines = Ran.of("list", kind).out().lines().toList();
        var objects = json(Ran.of("list", kind, "--json"));

        assertThat(objects).isNotEmpty().hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i))
                    .startsWith(objects.get(i).text("name"))
                    .endsWith(objects.get(i).findText("help").orElse(""));
        }
    }

    @Test
    void whereThereIsNothingToListProgramsGetNothing() {
        assertThat(json(Ran.of("list", "plots", "--json"))).isEmpty();
        assertThat(Ran.of("list", "plots").out()).contains("No plots yet");
    }

    @Test
    void aParameterIsExplainedToProgramsAsStudyFilesWriteIt() {
        var explained = json(Ran.of("explain", "learning_rate", "optimizer", "--json"));

        assertThat(explained).hasSize(2);
        assertThat(explained.get(0).text("parameter")).isEqualTo("learning_rate");
        assertThat(explained.get(0).text("type")).isEqualTo("real");
        assertThat(explained.get(0).number("low")).isLessThan(explained.get(0).number("high"));
        assertThat(explained.get(0).text("help")).isNotEmpty();
        assertThat(explained.get(1).list("choices").items()).isNotEmpty();
    }

    @Test
    void theMachineIsDescribedToPrograms() {
        var said = json(Ran.of("doctor", "--json", "--store", home.resolve("store.db")));

        assertThat(said).hasSize(1);
        assertThat(said.get(0).whole("cores")).isPositive();
        assertThat(said.get(0).text("studies")).endsWith("store.db");
        assertThat(said.get(0).whole("studies_bytes")).isZero();
        assertThat(said.get(0).whole("free_memory_bytes")).isPositive();
        assertThat(said.get(0).whole("free_disk_bytes")).isPositive();
        assertThat(said.get(0).text("scratch")).isNotEmpty();
        assertThat(said.get(0).findTruth("spark_fetched")).contains(false);
        assertThat(Ran.of("doctor", "--store", home.resolve("store.db")).out())
                .contains("Free memory", "Free disk", "Scratch", "not fetched: 143 MB");
    }

    @Test
    void commandsAreListedByWhatTheyAreAbout() {
        var help = Ran.of("--help").out();

        assertThat(help)
                .containsSubsequence(
                        "Search and train:",
                        "  tune",
                        "Models:",
                        "  predict",
                        "Studies:",
                        "  studies",
                        "About:",
                        "  doctor");
        assertThat(help).doesNotContain("More:").doesNotContain("isolated-trials");
    }

    @Test
    void everyCommandHasTheSameManualWithAnExample() {
        for (var name : new CommandLine(new Sweetspot()).getSubcommands().keySet()) {
            if (name.equals("isolated-trials") || name.equals("help")) {
                continue;
            }
            var help = Ran.of(name, "--help").out();
            assertThat(help).as(name).contains("Usage: sweetspot " + name + " [OPTIONS]");
            assertThat(help).as(name).contains("Example").contains(System.lineSeparator() + "Output:");
        }
    }

    @Test
    void theOptionsOfTheJobStandUnderWhatTheyAreAbout() {
        assertThat(Ran.of("tune", "--help").out())
                .containsSubsequence(
                        "Options:",
                        "--minutes",
                        "Data:",
                        "--target",
                        "Search:",
                        "--sampler",
                        "Trials:",
                        "--isolate",
                        "Machine:",
                        "--on",
                        "Store:",
                        "--store",
                        "Output:",
                        "--json");
    }
}
