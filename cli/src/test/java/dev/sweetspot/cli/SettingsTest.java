package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where settings come from: profile, then sweetspot.yaml, then the environment, then flags. */
class SettingsTest {
    @TempDir
    Path folder;

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("sweetspot.yaml"), text);
    }

    private Ran ran(Map<String, String> environment, String... arguments) {
        return Ran.in(environment, folder, arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "'',          '',  '',  'minutes          -                            default'",
        "quick,       '',  '',  'minutes          3.0                          profile quick'",
        "quick,       7,   '',  'minutes          7.0                          sweetspot.yaml, line 1, column 10'",
        "quick,       7,   8,   'minutes          8.0                          SWEETSPOT_MINUTES'",
        "'',          '',  8,   'minutes          8.0                          SWEETSPOT_MINUTES'"
    })
    void eachLayerCountsMoreThanTheOneBelow(String profile, String written, String environment, String line)
            throws IOException {
        if (!written.isEmpty()) {
            file("minutes: " + written);
        }
        var variables = environment.isEmpty() ? Map.<String, String>of() : Map.of("SWEETSPOT_MINUTES", environment);
        var ran = profile.isEmpty()
                ? ran(variables, "tune", "data", "--show-settings")
                : ran(variables, "tune", "data", "--show-settings", "--profile", profile);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().replace(folder.toString() + "/", "")).contains(line);
    }

    @Test
    void aFlagCountsMost() throws IOException {
        file("minutes: 7\nprofile: quick\n");
        var ran = ran(Map.of("SWEETSPOT_MINUTES", "8"), "tune", "data", "--minutes", "9", "--show-settings");

        assertThat(ran.out()).containsPattern("minutes +9.0 +flag");
    }

    @Test
    void severalValuesAreAListOrAMap() throws IOException {
        file(
                "set: {dropout: 0.1, learning_rate: 1e-3}\nsearch: [batch_size=16..64]\nquiet: true\nfamily: [cnn, mlp]\n");
        var ran = ran(Map.of(), "tune", "data", "--show-settings");

        assertThat(ran.out())
                .contains("[dropout=0.1, learning_rate=1e-3]")
                .containsPattern("search +\\[batch_size=16..64\\]")
                .contains("[cnn, mlp]")
                .containsPattern("quiet +true");
    }

    @Test
    void theProjectFileOfTheGuideIsRead() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "guide", "command-line.md"));
        file(guide.substring(guide.indexOf("```yaml\n") + 8, guide.indexOf("```", guide.indexOf("```yaml") + 3)));
        var ran = ran(Map.of(), "tune", "data", "--show-settings");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("minutes +10.0 +.*line 2")
                .contains("[label_smoothing=0.1]")
                .contains("[parameters<=500k, memory<=2GB]");
    }

    @Test
    void aSettingThatIsNotKnownIsRefusedWithItsPlace() throws IOException {
        file("seed: 1\nminuts: 7\n");
        var ran = ran(Map.of(), "tune", "data");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("line 2, column 9: setting = minuts: is not known. Maybe minutes?");
    }

    @Test
    void aValueOfTheWrongKindIsRefusedWithItsPlace() throws IOException {
        file("minutes: soon\n");
        assertThat(ran(Map.of(), "tune", "data").err())
                .contains("'soon' is not a double")
                .contains("line 1, column 10");
        assertThat(ran(Map.of("SWEETSPOT_MINUTES", "late"), "tune", "data").err())
                .contains("'late' is not a double")
                .contains("SWEETSPOT_MINUTES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minutes: [1", "minuts: 7", "minutes: soon", "profile: hasty"})
    void helpIsGivenWhateverIsWrongWithTheFile(String text) throws IOException {
        file(text + "\n");
        for (var words : List.of("--help", "tune --help", "help tune", "help", "explain -h")) {
            var ran = ran(Map.of(), words.split(" ", -1));
            assertThat(ran.exitCode()).as(words + ": " + ran.err()).isZero();
            assertThat(ran.out()).as(words).contains("Usage: sweetspot");
        }
        assertThat(ran(Map.of(), "--version").exitCode()).isZero();
        assertThat(ran(Map.of()).exitCode()).isZero();
        assertThat(ran(Map.of(), "tune", "data").exitCode()).isEqualTo(2);
    }

    @Test
    void whatIsWrongWithTheFileIsSaidBeforeWhatIsWrongWithTheFlags() throws IOException {
        file("minuts: 7\n");
        assertThat(ran(Map.of(), "tune").err()).contains("setting = minuts: is not known");
    }

    @Test
    void aFileThatIsNoYamlIsRefusedWithItsPlace() throws IOException {
        file("minutes: [1\n");
        var ran = ran(Map.of(), "studies");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("sweetspot.yaml, line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--task regresion | must be one that is known",
                "--on spark://host:7077 | this machine only",
                "--isolate | inside this process",
                "--learn-from other.db | is no store of studies",
                "--weights 1,2 | weighs several objectives",
                "--objective accuracy --objective accuracy | must name each once",
                "--objective parameters | must have a metric among them",
                "--objective accuracy --objective size --weights 1 | one for each objective",
                "--objective accuracy --objective size --prefer {\"order\":[\"size\"]} | must say something of accuracy",
                "--try learning_rate | must be name=value",
                "--believe learning_rate=0.1~x | must have a number after ~",
                "--objective acuracy | Maybe accuracy?",
                "--limit memory<2GB | <= or >=",
                "--limit 'latency<=1s' | is not measured",
                "--sampler randm | Maybe random?",
                "--scheduler medan | Maybe median?",
                "--profile quik | Maybe quick?",
                "--family cn | Maybe cnn?",
                "--deterministic | needs --trials and no --minutes",
                "--deterministic --trials 3 --workers 2 | one trial at a time",
                "--target-value NaN | must be a number",
                "--least-gain 0 | must be above 0",
                "--minutes 0 | must be above 0",
                "--trials 0 | must be at least 1",
                "--workers 0 | must be from 1 to 256",
                "--threads -1 | must be from 1 to 1024",
                "--input-size 0 | from 1 to 4096",
                "--sede 3 | --seed"
            })
    void whatCannotBeAskedForIsRefusedBeforeAnythingIsRead(String flags, String message) {
        var words = ("tune no-such-folder " + flags).replace("'", "").split(" ");
        var ran = ran(Map.of(), words);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains(message)
                .doesNotContain("no-such-folder =")
                .doesNotContain("Exception");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        assertThat(ran(Map.of()).out())
                .contains("Usage: sweetspot")
                .contains("tune")
                .contains("predict");
        assertThat(ran(Map.of(), "help", "tune").out()).contains("--minutes");
        assertThat(ran(Map.of(), "tunee").err()).contains("tune");
        assertThat(ran(Map.of(), "tunee").exitCode()).isEqualTo(2);
    }
}
