package dev.sweetspot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import dev.sweetspot.workload.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class CommandWorkloadTest {
    private static final String SPACE = """
            "space": {"rate": {"type": "real", "low": 0.00001, "high": 1, "scale": "log"},
                      "kind": {"type": "categorical", "choices": ["plain", "heavy"]},
                      "momentum": {"type": "real", "low": 0, "high": 0.9, "when": {"kind": "heavy"}}}
            """;
    private static final Map<String, ?> PLAIN = Map.of("rate", 0.00025, "kind", "plain");
    private static final Map<String, ?> HEAVY = Map.of("rate", 0.5, "kind", "heavy", "momentum", 0.25);

    @TempDir
    Path folder;

    private CommandWorkload workload(String script, String objective, String rest) throws IOException {
        Files.writeString(folder.resolve("try.sh"), script);
        return Commands.in(folder, "{" + SPACE + ", \"objective\": " + objective + ", " + rest + "}");
    }

    private Trial tried(CommandWorkload workload, Map<String, ?> values) throws InterruptedException {
        return Commands.tried(folder, workload, values, Optional.empty());
    }

    private Outcome.Failed failure(CommandWorkload workload) throws InterruptedException {
        return (Outcome.Failed) tried(workload, PLAIN).outcome().orElseThrow();
    }

    private static String command(String words) {
        return "\"command\": [\"sh\", \"try.sh\"" + words + "]";
    }

    @Test
    void wordsVariablesAndAFileTellTheValues() throws Exception {
        var workload = workload(
                "echo \"$@\"; echo \"$RATE\"; cat values.json; echo '{\"loss\": 0.5}'",
                "{\"name\": \"loss\"}",
                command(", \"--rate={rate}\", \"--kind\", \"{kind}\", \"{trial.number}\", \"{not a name}\"")
                        + ", \"environment\": {\"RATE\": \"r{rate}\"}, \"parameters_file\": \"values.json\"");

        assertThat(tried(workload, PLAIN).value("loss")).hasValue(0.5);
        assertThat(Files.readString(folder.resolve("trials/0/stdout.txt")))
                .contains("--kind plain 0 {not a name}")
                .containsPattern("--rate=(0\\.00025|2\\.5[eE]-4) ")
                .containsPattern("\nr(0\\.00025|2\\.5[eE]-4)\n")
                .contains("\"kind\": \"plain\"");
    }

    @Test
    void anOptionWhoseParameterIsNotThereIsLeftOut() throws Exception {
        var script = "echo \"[$*]\"; echo '{\"loss\": 1}'";
        var words = command(", \"--momentum\", \"{momentum}\", \"m={momentum}\", \"--verbose\"");

        tried(workload(script, "{\"name\": \"loss\"}", words), PLAIN);
        assertThat(Files.readString(folder.resolve("trials/0/stdout.txt"))).startsWith("[--verbose]");

        tried(workload(script, "{\"name\": \"loss\"}", words), HEAVY);
        assertThat(Files.readString(folder.resolve("trials/0/stdout.txt")))
                .startsWith("[--momentum 0.25 m=0.25 --verbose]");
    }

    @Test
    void theLastLineThatIsAnObjectCountsAndWhatElseItSaysIsKept() throws Exception {
        var trial = tried(
                workload(
                        "echo '{\"loss\": 3}'; echo 'loss: 7'; echo '{\"loss\": 2, \"train\": 1.5}'; echo done",
                        "{\"name\": \"loss\"}",
                        command("")),
                PLAIN);

        assertThat(trial.value("loss")).hasValue(2);
        assertThat(trial.value("train")).hasValue(1.5);
    }

    @Test
    void theLastMatchOfAPatternCounts() throws Exception {
        var workload = workload(
                "printf 'step loss: 0.9\\rstep loss: 0.4\\n'; echo 'loss: none'",
                "{\"name\": \"error\", \"pattern\": \"loss: ([-+0-9.eE]+|none)\"}",
                command(""));

        assertThat(tried(workload, PLAIN).value("error")).hasValue(0.4);
    }

    @Test
    void aFileThatItWritesIntoItsFolderCounts() throws Exception {
        var workload = workload(
                "echo '{\"loss\": 0.125}' > result.json",
                "{\"name\": \"loss\", \"file\": \"result.json\"}",
                command(""));

        assertThat(tried(workload, PLAIN).value("loss")).hasValue(0.125);
        assertThat(folder.resolve("trials/0/result.json")).exists();
        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    @Test
    void aProgramThatNeedsItsNeighboursRunsBesideTheStudyFile() throws Exception {
        Files.writeString(folder.resolve("data.txt"), "0.75");
        var workload = workload(
                "read loss < data.txt; echo \"{\\\"loss\\\": $loss}\"",
                "{\"name\": \"loss\"}",
                command("") + ", \"runs_in\": \"study\"");

        assertThat(tried(workload, PLAIN).value("loss")).hasValue(0.75);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("echo '{\"loss\": NaN}'", Outcome.Cause.NOT_FINITE, "was NaN"),
                arguments(
                        "echo x",
                        Outcome.Cause.ERROR,
                        "did not say it. Maybe its last line should be {\"loss\": 0.5}?"),
                arguments(
                        "echo oh no >&2; exit 3", Outcome.Cause.ERROR, "exit code 3. The end of what it wrote:\noh no"),
                arguments("kill -9 $$", Outcome.Cause.OUT_OF_MEMORY, "killed (exit code 137)"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureSaysWhy(String script, Outcome.Cause cause, String message) throws Exception {
        var failed = failure(workload(script, "{\"name\": \"loss\"}", command("")));

        assertThat(failed.cause()).isEqualTo(cause);
        assertThat(failed.message()).contains(message);
    }

    @Test
    void aProgramThatTakesTooLongIsEndedWithAllThatItStarted() throws Exception {
        var workload = workload("sleep 300 & echo $! > child; wait", "{\"name\": \"loss\"}", command(""));

        var trial = Commands.tried(folder, workload, PLAIN, Optional.of(Duration.ofMillis(700)));

        assertThat(((Outcome.Failed) trial.outcome().orElseThrow()).cause()).isEqualTo(Outcome.Cause.TIME_LIMIT);
        var child = Long.parseLong(
                Files.readString(folder.resolve("trials/0/child")).strip());
        assertThat(ProcessHandle.of(child).filter(Program::runs)).isEmpty();
    }

    @Test
    void aProgramThatDoesNotHearIsKilledAfterItsGrace() throws Exception {
        var workload = workload(
                "trap 'echo asked' TERM; while true; do sleep 0.05; done",
                "{\"name\": \"loss\"}",
                command("") + ", \"grace\": 0.5");

        long begin = System.nanoTime();
        Commands.tried(folder, workload, PLAIN, Optional.of(Duration.ofMillis(500)));

        assertThat((System.nanoTime() - begin) / 1e9).isBetween(1.0, 20.0);
        assertThat(Files.readString(folder.resolve("trials/0/stdout.txt"))).contains("asked");
    }

    @Test
    void aTrialIsPutAsideWhenSomebodyAsksForThat() throws Exception {
        var workload = workload("echo begun > mark; sleep 300", "{\"name\": \"loss\"}", command(""));
        var study = Commands.study(workload, PLAIN);
        var runner = new Thread(() -> {
            try {
                new StudyRunner(study, new FolderArtifacts(folder.resolve("a")), workload, folder.resolve("s"))
                        .run(new ThreadExecutor(), RunPlan.simple("w"));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        });
        runner.start();
        while (!Files.exists(folder.resolve("trials/0/mark"))) {
            Thread.sleep(10);
        }
        runner.interrupt();
        runner.join();

        assertThat(study.history().trial(0).state()).isInstanceOf(TrialState.Paused.class);
    }

    @Test
    void whatAKilledWorkerLeftRunningIsEndedBeforeTheTrialGoesOn() throws Exception {
        var left = new ProcessBuilder("sleep", "300").start();
        Files.createDirectories(folder.resolve("trials/0"));
        Leftover.note(folder.resolve("trials/0/process.json"), left.toHandle());

        tried(workload("echo '{\"loss\": 1}'", "{\"name\": \"loss\"}", command("")), PLAIN);

        assertThat(left.waitFor()).isNotZero();
    }

    @Test
    void memoryIsMeasuredWhereALimitSpeaksOfIt() throws Exception {
        var workload = workload(
                "sleep 0.4; echo '{\"loss\": 1}'",
                "{\"name\": \"loss\"}",
                command("") + ", \"limits\": [\"memory <= 2GB\"]");

        assertThat(tried(workload, PLAIN).value("memory").orElseThrow()).isBetween(1e5, 2e8);
    }

    @Test
    void anotherProcessMakesTheSameOfItsSettings() throws Exception {
        var workload = workload("echo", "{\"name\": \"loss\"}", command(", \"{rate}\""));

        var again = Workloads.fromForm(Workloads.toForm(workload));

        assertThat(again.settings()).isEqualTo(workload.settings());
        assertThat(again.space()).isEqualTo(workload.space());
    }

    @Test
    void aProgramThatIsNotThereIsRefusedBeforeTheFirstTrial() {
        var workload = Commands.in(
                folder, "{" + SPACE + ", \"objective\": {\"name\": \"loss\"}, \"command\": [\"pyhton3\", \"t.py\"]}");

        assertThatThrownBy(workload::requireProgram)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("command = pyhton3: is no program on the PATH of this machine. Maybe its whole path?");
    }

    @Test
    void aScriptThatIsNotThereIsRefusedBeforeTheFirstTrial() throws IOException {
        var workload = workload("", "{\"name\": \"loss\"}", "\"command\": [\"sh\", \"tyr.sh\"]");

        assertThatThrownBy(workload::requireProgram)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("command = tyr.sh: is not there, seen from ")
                .hasMessageEndingWith("Maybe try.sh?");
    }
}
