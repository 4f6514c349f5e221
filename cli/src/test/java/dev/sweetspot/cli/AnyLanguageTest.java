package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The clients of {@code examples/any-language}, all at once against one server, which is killed in the middle. A language that
 * this machine does not have is left out by name, unless the environment variable {@code SWEETSPOT_LANGUAGES} demands all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once") // what the clients say does not depend on the JDK
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class AnyLanguageTest {
    private static final Path CLIENTS = Path.of("..", "examples", "any-language");

    /** The longest that a scientist reads at one go. */
    private static final int MOST_LINES = 60;

    /** A language, what runs it, and what must succeed where it is there with all that the client needs. */
    enum Language {
        PYTHON("client.py", "python3", "python3 --version"),
        R("client.R", "Rscript", "Rscript -e 'library(curl); library(jsonlite)'"),
        JAVASCRIPT("client.mjs", "node", "node -e 'process.exit(typeof fetch === \"function\" ? 0 : 1)'"),
        SHELL("client.sh", "sh", "curl --version && jq --version && awk 'BEGIN { exit 0 }'");

        private final String file;
        private final String interpreter;
        private final String probe;

        Language(String file, String interpreter, String probe) {
            this.file = file;
            this.interpreter = interpreter;
            this.probe = probe;
        }

        boolean there() throws IOException, InterruptedException {
            return new ProcessBuilder("sh", "-c", probe)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        }

        String study() {
            return "from-" + file.substring(file.indexOf('.') + 1);
        }
    }

    private final Map<Language, Process> clients = new LinkedHashMap<>();
    private Path home;
    private ServeProcess server;

    @BeforeAll
    void letAllTuneAndKillTheServer(@TempDir Path folder) throws Exception {
        home = folder;
        boolean demanded = System.getenv("SWEETSPOT_LANGUAGES") != null;
        server = ServeProcess.start(home);
        for (var language : Language.values()) {
            if (demanded || language.there()) {
                var command = List.of(
                        language.interpreter,
                        CLIENTS.resolve(language.file).toString(),
                        server.address().toString(),
                        language.study());
                clients.put(
                        language,
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(home.resolve(language.file).toFile())
                                .start());
            }
        }
        if (!clients.isEmpty()) {
            while (clients.values().stream().allMatch(Process::isAlive)
                    && server.look("/studies").list("studies").items().size() < clients.size()) {
                Thread.sleep(20);
            }
            server = server.killedAndBegunAgain();
        }
    }

    @AfterAll
    void close() {
        clients.values().forEach(Process::destroyForcibly);
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aClientTunesAFunctionAndGoesOnWhenTheServerWasKilled(Language language) throws Exception {
        var client = clients.get(language);
        assumeTrue(client != null, () -> language + " is not on this machine: " + language.probe);
        assertThat(client.waitFor(200, TimeUnit.SECONDS)).as("it ends").isTrue();
        var said = Files.readString(home.resolve(language.file));
        assertThat(client.exitValue()).as(said).isZero();
        assertThat(said).containsPattern("trial [0-9]+: .*learning_rate.*, loss [0-9]");

        var study = server.look("/studies/" + language.study());
        assertThat(study.whole("trials")).isEqualTo(20);
        assertThat(study.map("states").find("running")).isEmpty();
        assertThat(study.map("states").whole("completed")).isPositive();
        var best = server.look("/studies/" + language.study() + "/best").map("best");
        // Of the best of 20 that are drawn at random, one in a thousand is as bad as that.
        assertThat(best.map("values").number("loss")).isLessThan(0.1);
        assertThat(best.number("at")).isEqualTo(9);
    }

    @Test
    void eachClientIsShortEnoughToBeReadAtOneGo() throws IOException {
        for (var language : Language.values()) {
            assertThat(Files.readAllLines(CLIENTS.resolve(language.file)))
                    .as(language.file)
                    .hasSizeLessThan(MOST_LINES);
        }
    }

    @Test
    void whatTheGuideShowsIsAPartOfTheClients() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "guide", "any-language.md"));
        var shown = Map.of(
                "python", Language.PYTHON, "r", Language.R, "javascript", Language.JAVASCRIPT, "sh", Language.SHELL);
        for (var entry : shown.entrySet()) {
            var block = guide.split("```" + entry.getKey() + "\\n", 2)[1].split("```", 2)[0];
            assertThat(Files.readString(CLIENTS.resolve(entry.getValue().file)))
                    .as(entry.getKey())
                    .contains(block);
        }
    }
}
