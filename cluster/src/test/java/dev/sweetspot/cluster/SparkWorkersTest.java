package dev.sweetspot.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkWorkersTest {
    private static final WorkerProgram PROGRAM = new WorkerProgram.OnClassPath("here.jar");

    @TempDir
    Path folder;

    private static WorkerOrder order(String store, WorkerProgram program, String machine) {
        return new WorkerOrder("study", store, program, 2, List.of("--quiet"), machine);
    }

    @Test
    void aFileOfAnotherMachineIsRefusedWithWhatCanBeDoneInstead() throws IOException {
        var file = Files.createFile(folder.resolve("studies.db")).toString();

        assertThat(order(file, PROGRAM, WorkerOrder.boot()).refusal()).isEmpty();
        assertThat(order("sqlite:" + file, PROGRAM, WorkerOrder.boot()).refusal())
                .isEmpty();
        assertThat(order(file, PROGRAM, "another").refusal().orElseThrow())
                .contains("is a file of another machine", "postgresql://");
        assertThat(order(file + "x", PROGRAM, WorkerOrder.boot()).refusal()).isPresent();
        assertThat(order("postgresql://user:word@host/db", PROGRAM, "another").refusal())
                .isEmpty();
    }

    @Test
    void aProgramThatIsNotInstalledIsRefused() {
        var order = order("postgresql://host/db", WorkerProgram.installed(folder), "another");
        assertThat(order.refusal().orElseThrow()).contains("sweetspot.jar is not there");
    }

    @Test
    void aProgramIsSentWithAllItsJars() throws IOException {
        Files.writeString(folder.resolve("sweetspot.jar"), "12345");
        var lib = Files.createDirectory(folder.resolve("lib"));
        Files.writeString(lib.resolve("b.jar"), "123");
        Files.writeString(lib.resolve("a.jar"), "12");
        Files.writeString(lib.resolve("notes.txt"), "1");

        var sent = (WorkerProgram.Sent) WorkerProgram.sent(folder);
        assertThat(sent.bytes()).isEqualTo(10);
        assertThat(sent.jars())
                .extracting(jar -> Path.of(jar).getFileName().toString())
                .containsExactly("sweetspot.jar", "a.jar", "b.jar");
        assertThatThrownBy(() -> WorkerProgram.sent(lib)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void passwordsAreNotAmongTheArgumentsOfAProcess() {
        var process = order("postgresql://user:word@host/db", PROGRAM, "").process();
        assertThat(process.command())
                .contains("worker", "study", "--quiet", "--threads", "2")
                .noneMatch(argument -> argument.contains("word@"));
        assertThat(process.environment()).containsEntry("SWEETSPOT_STORE", "postgresql://user:word@host/db");
    }

    @Test
    void thereIsAtLeastOneWorkerWithOneThread() {
        var workers = new SparkWorkers("study", "store", PROGRAM);
        assertThatThrownBy(() -> workers.with(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new SparkWorkers("study", "store", PROGRAM, workers.workers(), 0, List.of()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatAWorkerSaidLastComesBackAsItWas() {
        var end = new WorkerEnd(3, 130, "host", "one line\nand another ");
        assertThat(WorkerEnd.fromText(end.toText())).isEqualTo(end);
        var silent = new WorkerEnd(0, 0, "host", "");
        assertThat(WorkerEnd.fromText(silent.toText())).isEqualTo(silent);
    }
}
