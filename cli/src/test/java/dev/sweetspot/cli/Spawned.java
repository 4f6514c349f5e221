package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SharedStudy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command in a process of its own, with what it prints in a file. */
record Spawned(Process process, Path log) implements AutoCloseable {
    static Spawned of(Path log, Object... arguments) throws IOException {
        return with(List.of(), log, arguments);
    }

    /** A worker of a study. */
    static Spawned worker(SharedStudy study, Path log, Object... more) throws IOException {
        var all = Stream.concat(Stream.of("worker", study.name(), "--store", study.store()), Stream.of(more));
        return of(log, all.toArray());
    }

    /** Another program than the command line. */
    static Spawned program(Class<?> main, Path log, Object... arguments) throws IOException {
        return java(List.of(), main, log, arguments);
    }

    /** @param options of the JVM */
    static Spawned with(List<String> options, Path log, Object... arguments) throws IOException {
        return java(options, Main.class, log, arguments);
    }

    private static Spawned java(List<String> options, Class<?> main, Path log, Object... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return new Spawned(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its exit code. */
    int exitCode(int seconds) throws InterruptedException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as(said()).isTrue();
        return process.exitValue();
    }

    /** Sends a signal by its name: "TERM". */
    void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
