package dev.sweetspot.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Java program in a process of its own, with what it says in a file. */
record Program(Process process, Path log) implements AutoCloseable {
    static final String CLASS_PATH = System.getProperty("java.class.path");

    static List<String> classPath() {
        return Arrays.asList(CLASS_PATH.split(File.pathSeparator));
    }

    /** The folder or jar of a class. */
    static String where(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** A command of the command line. */
    static Program sweetspot(Path log, Object... arguments) throws IOException {
        return start(log, CLASS_PATH, Map.of(), "dev.sweetspot.cli.Main", arguments);
    }

    static Program start(Path log, String classPath, Map<String, String> environment, String main, Object... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-Dsweetspot.spark.classpath=" + CLASS_PATH));
        opened().forEach(command::add);
        command.addAll(List.of("-cp", classPath, main));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Program(builder.start(), log);
    }

    private static List<String> opened() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens="))
                .collect(Collectors.toList());
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    int exitCode(int seconds) throws InterruptedException, IOException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as(said()).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
