package dev.sweetspot.cluster;

import dev.sweetspot.form.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;

/** Where the program of the worker processes lies on the machines of a cluster. */
public sealed interface WorkerProgram extends Serializable {
    /** The file that a folder of the program has, beside {@code lib/}. */
    String JAR = "sweetspot.jar";

    /**
     * It lies there already, under the same path on every machine.
     *
     * @param home a folder with {@code sweetspot.jar} and {@code lib/}, as the launcher builds it
     */
    record Installed(String home) implements WorkerProgram {
        @Override
        public String classPath() {
            return home + File.separator + JAR;
        }

        @Override
        public Optional<String> missing() {
            return Files.isRegularFile(Path.of(classPath()))
                    ? Optional.empty()
                    : Optional.of(classPath() + " is not there. Maybe send the program with the workers?");
        }
    }

    /**
     * Spark brings it to each machine before its first worker.
     *
     * @param jars by their paths on the machine of the driver; two never have the same name
     * @param bytes how much is sent to each machine
     */
    record Sent(List<String> jars, long bytes) implements WorkerProgram {
        /** Keeps a copy. */
        public Sent {
            jars = List.copyOf(jars);
        }

        @Override
        public void send(JavaSparkContext context) {
            jars.forEach(context::addFile);
        }

        @Override
        public String classPath() {
            return jars.stream()
                    .map(jar -> SparkFiles.get(Path.of(jar).getFileName().toString()))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /**
     * The same class path on every machine: that of a program whose workloads are its own, and which is installed everywhere.
     *
     * @param classPath as {@code java -cp} takes it
     */
    record OnClassPath(String classPath) implements WorkerProgram {}

    /** As {@code java -cp} takes it, on the machine of the executor that asks. */
    String classPath();

    /** What is missing on the machine of the executor that asks, as a sentence. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** Makes it known to the machines of the cluster, from the driver. */
    default void send(JavaSparkContext context) {}

    /** It lies in that folder, with {@code sweetspot.jar} and {@code lib/}, on every machine. */
    static WorkerProgram installed(Path home) {
        return new Installed(home.toAbsolutePath().normalize().toString());
    }

    /**
     * It is sent to each machine.
     *
     * @param home the folder of it on this machine
     * @throws InvalidInputException when it is not there
     */
    static WorkerProgram sent(Path home) {
        var jar = home.toAbsolutePath().normalize().resolve(JAR);
        if (!Files.isRegularFile(jar)) {
            throw new InvalidInputException("program", home, "has no " + JAR, "the folder that the launcher built?");
        }
        try (Stream<Path> lib = Files.list(jar.resolveSibling("lib"))) {
            var all = Stream.concat(
                            Stream.of(jar),
                            lib.filter(each -> each.toString().endsWith(".jar")).sorted())
                    .toList();
            long bytes = 0;
            for (var each : all) {
                bytes += Files.size(each);
            }
            return new Sent(all.stream().map(Path::toString).toList(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
