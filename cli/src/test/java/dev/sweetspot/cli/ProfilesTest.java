package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's own profiles, in the project file. */
class ProfilesTest {
    private static final String OWN = """
            seed: 7
            profiles:
              overnight: {minutes: 600, seed: 11, family: [cnn, resnet]}
              draft:
                trials: 5
                set: {epochs: 3, dropout: 0}
            """;

    @TempDir
    Path folder;

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("sweetspot.yaml"), text);
    }

    private Ran settings(Map<String, String> environment, String... flags) {
        var words = new ArrayList<>(List.of("tune", "data", "--show-settings"));
        words.addAll(List.of(flags));
        return Ran.in(environment, folder, words.toArray(String[]::new));
    }

    @Test
    void aProfileOfOnesOwnSaysWhatNothingElseSaysAndWhereItStands() throws IOException {
        file(OWN);
        var out = settings(Map.of(), "--profile", "overnight").out();

        assertThat(out)
                .containsPattern("(?m)^minutes +600.0 +profile overnight, .*sweetspot.yaml, line 3, column 24$")
                .containsPattern("(?m)^family +\\[cnn, resnet\\] +profile overnight, .*line 3")
                .containsPattern("(?m)^profile +overnight +flag$")
                // What stands outside of profiles counts more.
                .containsPattern("(?m)^seed +7 +[^,]*sweetspot.yaml, line 1");
        assertThat(settings(Map.of(), "--profile", "overnight", "--minutes", "2")
                        .out())
                .containsPattern("(?m)^minutes +2.0 +flag$");
        assertThat(settings(Map.of("SWEETSPOT_MINUTES", "4"), "--profile", "overnight")
                        .out())
                .containsPattern("(?m)^minutes +4.0 +SWEETSPOT_MINUTES$");
        assertThat(settings(Map.of()).out()).containsPattern("(?m)^minutes +- +default$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "Draft"})
    void itIsChosenInTheEnvironmentAndInTheFileToo(String name) throws IOException {
        file(OWN);
        assertThat(settings(Map.of("SWEETSPOT_PROFILE", name)).out())
                .containsPattern("(?m)^trials +5 +profile draft, .*line 5")
                .contains("[epochs=3, dropout=0]");
        file(OWN + "profile: " + name + "\n");
        assertThat(settings(Map.of()).out()).containsPattern("(?m)^trials +5 +profile draft, .*line 5");
        assertThat(settings(Map.of(), "--profile", "quick").out())
                .containsPattern("(?m)^minutes +3.0 +profile quick$")
                .containsPattern("(?m)^trials +- +default$");
    }

    @Test
    void theProfilesOfTheGuideAreRead() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "guide", "command-line.md"));
        int at = guide.indexOf("```yaml", guide.indexOf("**Profiles of your own**")) + "```yaml\n".length();
        file(guide.substring(at, guide.indexOf("```", at)));

        assertThat(settings(Map.of(), "--profile", "overnight").out())
                .containsPattern("minutes +600.0 +profile overnight")
                .containsPattern("family +\\[cnn, resnet\\] +profile overnight")
                .containsPattern("seed +7 ");
        assertThat(settings(Map.of(), "--profile", "draft").out()).contains("[epochs=3, dropout=0]");
    }

    @Test
    void aNameThatIsNotKnownIsRefusedWithAllThatThereAre() throws IOException {
        assertThat(settings(Map.of(), "--profile", "lunch").err())
                .contains(
                        "--profile = lunch: is not known; there are quick, normal and thorough. Maybe one of your own");
        file(OWN);
        var refused = settings(Map.of(), "--profile", "overnite");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("there are quick, normal, thorough, overnight and draft. Maybe overnight?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profiles: [quick] | profiles = a list: must be names with settings",
                "profiles: {a: 3} | line 1, column 15: profile = a: must have a map of settings",
                "profiles: {a: {minuts: 3}} | line 1, column 24: setting = minuts: is not known. Maybe minutes?",
                "profiles: {a: {profile: quick}} | setting = profile: is not known",
                "profiles: {a: {minutes: {b: [1]}}} | must be a plain value",
                "profiles: {Quick: {minutes: 5}} | profile = Quick: is there already",
                "profiles: {a b: {minutes: 5}} | must be of letters, digits, - and _",
                "profiles: {a: {minutes: 5}, A: {minutes: 6}} | is there twice",
                "profile: {a: {minutes: 5}} | profile = a map: must be a plain value",
                "proflies: {a: {minutes: 5}} | setting = proflies: is not known. Maybe profiles?"
            })
    void whatIsWrongWithProfilesIsRefusedWithItsPlaceWhoeverIsChosen(String text, String message) throws IOException {
        file(text + "\n");
        var ran = settings(Map.of());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void aValueThatCannotBeIsRefusedWhereItsProfileIsChosen() throws IOException {
        file("profiles: {a: {minutes: soon}}\n");
        assertThat(settings(Map.of()).exitCode()).isZero();
        assertThat(settings(Map.of(), "--profile", "a").err())
                .contains("--minutes = soon: must be a number (from profile a, ")
                .contains("line 1, column 25");
    }
}
