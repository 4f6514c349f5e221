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
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

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

    @ParameterizedTest
    @CsvSource({
        "resume s,              minutes",
        "resume s,              threads",
        "resume s,              isolate",
        "worker s,              minutes",
        "change s,              search",
        "copy --to b.db,        name",
        "retrain m,             threads",
        "generate m --out new,  seed"
    })
    void whatTheFileAndTheProfileSayOfSearchesThatBeginDoesNotReachWhatIsThere(String command, String setting)
            throws IOException {
        file("""
                minutes: 10
                search: [batch_size=32,64]
                set: {dropout: 0.1}
                name: cells
                threads: 3
                seed: 7
                isolate: true
                """);
        var words = (command + " --show-settings").split(" +", -1);
        var ran = ran(Map.of("SWEETSPOT_PROFILE", "quick"), words);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).containsPattern("(?m)^" + setting + " .* default$");
        assertThat(ran(Map.of(), "enqueue", "s").err()).contains("Missing required option: '--set");
        var variable = Map.of("SWEETSPOT_MINUTES", "4");
        assertThat(ran(variable, "resume", "s", "--show-settings").out()).containsPattern("minutes +4.0 ");
    }

    @Test
    void minutesOfTheFileGiveWayToADeterministicSearch() throws IOException {
        file("minutes: 7\n");
        var ran = ran(Map.of(), "tune", "no-such-folder", "--deterministic", "--trials", "3");

        assertThat(ran.err())
                .contains("no clock counts, so neither do the 7.0 minutes of ")
                .contains("sweetspot.yaml, line 1")
                .contains("no-such-folder");
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
    void whereverSeveralValuesAreTakenTheFileMayGiveAList() throws IOException {
        for (var command : new CommandLine(new Sweetspot()).getSubcommands().values()) {
            assertThat(command.getCommandSpec().options())
                    .filteredOn(OptionSpec::isMultiValue)
                    .allSatisfy(option -> assertThat("a\nb".split(option.splitRegex(), -1))
                            .as(command.getCommandName() + " " + option.longestName())
                            .containsExactly("a", "b"));
        }
        file("ignore: [id, name]\ncategory: [city]\nweights: [2, 1]\n");

        assertThat(ran(Map.of(), "tune", "data", "--show-settings").out())
                .containsPattern("ignore +\\[id, name\\]")
                .containsPattern("weights +\\[2, 1\\]");
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
                .contains("--minutes = soon: must be a number (from")
                .contains("line 1, column 10");
        assertThat(ran(Map.of("SWEETSPOT_MINUTES", "late"), "tune", "data").err())
                .contains("--minutes = late: must be a number (from")
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
                "--on sparc://host:7077 | must be the address of a Spark cluster",
                "--on-home /opt/sweetspot | counts only with --on. Maybe --on spark",
                "--trial-memory 2GB | counts only with --isolate",
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
                "--deterministic | --trials = -: has to say when a search with --deterministic ends",
                "--deterministic --trials 3 --minutes 5 | --minutes = 5: does not go with --deterministic",
                "--deterministic --trials 3 --workers 2 --lag 1 | more than run at once",
                "--deterministic --trials 3 --objective prediction_seconds | a measured time",
                "--deterministic --trials 3 --trial-seconds 5 | is a matter of the clock",
                "--deterministic --trials 3 --lag 0 | --lag = 0: must be from 1 to 4096",
                "--deterministic --trials 3 --lag -3 --workers 2 | --lag = -3: must be from 1 to 4096",
                "--minutes 2000000 | above 0 and below a million",
                "--least-gain 1e7 | above 0 and below a million",
                "--trials 3 --lag 4 | goes with --deterministic only",
                "--target-value NaN | must be a number",
                "--least-gain 0 | must be above 0",
                "--minutes 0 | must be above 0",
                "--minutes soon | --minutes = soon: must be a number",
                "--trials 2.5 | --trials = 2.5: must be a whole number",
                "--seed 1e3 | --seed = 1e3: must be a whole number",
                "--trials 0 | must be at least 1",
                "--workers 0 | must be from 1 to 256",
                "--threads -1 | must be from 1 to 1024",
                "--input-size 0 | from 8 to 512",
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
