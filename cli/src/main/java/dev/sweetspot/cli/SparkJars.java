package dev.sweetspot.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Apache Spark and what speaks with it. They are no part of the command line, which most people use without a cluster; they
 * are fetched and built when they are first needed, and work offline after that.
 *
 * @param classPath of the process that speaks with a cluster
 */
record SparkJars(List<String> classPath) {
    /** A class path for those who bring their own. */
    static final String GIVEN = "sweetspot.spark.classpath";

    static final int MEGABYTES = 143;

    /** Keeps a copy. */
    SparkJars {
        classPath = List.copyOf(classPath);
    }

    /** What executors need of ours: the class of the tasks and what it is made of. */
    List<String> ofExecutors() {
        return classPath.stream().filter(SparkJars::isOurs).toList();
    }

    private static boolean isOurs(String entry) {
        return entry.replace('\\', '/')
                .matches(".*/(cluster|core)/target/.*classes|.*/sweetspot-(cluster|core)-[^/]*\\.jar");
    }

    /** Looks where the launcher builds them, and lets it build what is missing. */
    static SparkJars find(OutputOptions output) throws InterruptedException {
        var given = System.getProperty(GIVEN);
        if (given != null) {
            return new SparkJars(Arrays.asList(given.split(File.pathSeparator, -1)));
        }
        var home = Optional.ofNullable(System.getProperty("sweetspot.home"))
                .map(Path::of)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Apache Spark is not here, and only the launcher knows how to fetch it. Maybe start ./sweetspot?"));
        try {
            var built = folder(home);
            var marker = built.resolve("built");
            if (!isNew(home, marker)) {
                build(home, marker, output);
            }
            return new SparkJars(
                    jars(built, Optional.ofNullable(System.getenv("SPARK_HOME")).map(Path::of)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Path home) {
        return home.resolve("cluster").resolve("target").resolve("launcher");
    }

    /** Where they are, if they were fetched. */
    static Optional<Path> fetched() {
        return Optional.ofNullable(System.getProperty("sweetspot.home"))
                .map(home -> folder(Path.of(home)))
                .filter(folder -> Files.isRegularFile(folder.resolve("built")));
    }

    /** With Spark as it is installed here, if it is: then it is of the version of the cluster. */
    static List<String> jars(Path built, Optional<Path> installed) throws IOException {
        var theirs = installed.map(home -> home.resolve("jars")).filter(Files::isDirectory);
        var all = new ArrayList<String>();
        for (var folder : List.of(built, built.resolve("lib"))) {
            list(folder).filter(jar -> theirs.isEmpty() || isOurs(jar)).forEach(all::add);
        }
        if (theirs.isPresent()) {
            list(theirs.get()).forEach(all::add);
        }
        return all;
    }

    private static Stream<String> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList().stream();
        }
    }

    /** Whether nothing that it is made of is newer than what was built. */
    private static boolean isNew(Path home, Path marker) throws IOException {
        if (!Files.isRegularFile(marker)) {
            return false;
        }
        var built = Files.getLastModifiedTime(marker);
        for (var part : List.of("pom.xml", "cluster/pom.xml", "cluster/src/main", "core/src/main")) {
            try (var files = Files.walk(home.resolve(part))) {
                if (files.anyMatch(file -> newer(file, built))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean newer(Path file, FileTime than) {
        try {
            return Files.getLastModifiedTime(file).compareTo(than) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path home, Path marker, OutputOptions output) throws IOException, InterruptedException {
        var folder = Files.createDirectories(home.resolve("target").resolve("launcher"));
        try (var lock = FileChannel.open(
                        folder.resolve("spark.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = held(lock, output)) {
            assert held != null;
            if (isNew(home, marker)) {
                return;
            }
            output.progress(
                    Files.isRegularFile(marker)
                            ? "Building what speaks with Spark (sources have changed) ..."
                            : "Fetching Apache Spark (" + MEGABYTES + " MB, the first time only) ...");
            long begin = System.nanoTime();
            var log = home.resolve("target").resolve("spark.log");
            clear(marker.resolveSibling("lib"));
            int exit = ended(maven(home, log));
            if (exit != 0) {
                throw new IllegalStateException("Apache Spark could not be fetched or built; the log is " + log
                        + ". Maybe there is no network? It is needed this once.");
            }
            Files.writeString(marker, "");
            output.progress(String.format(Locale.ROOT, "... done in %.0f s.", (System.nanoTime() - begin) / 1e9));
        }
    }

    private static FileLock held(FileChannel channel, OutputOptions output) throws IOException {
        var free = channel.tryLock();
        if (free != null) {
            return free;
        }
        output.progress("Waiting for another process that builds what speaks with Spark ...");
        return channel.lock();
    }

    /** Whoever builds next must not meet this build: it ends with this process, however that ends. */
    private static int ended(Process build) throws InterruptedException {
        var hook = new Thread(() -> end(build), "sweetspot-build");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return build.waitFor();
        } finally {
            end(build);
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyStopping) {
                // Then it ends the build as well.
            }
        }
    }

    private static void end(Process build) {
        build.descendants().forEach(ProcessHandle::destroy);
        build.destroy();
    }

    /** Jars of other versions would stay beside those of now. */
    private static void clear(Path lib) throws IOException {
        if (Files.isDirectory(lib)) {
            for (var jar : list(lib).toList()) {
                Files.delete(Path.of(jar));
            }
        }
    }

    private static Process maven(Path home, Path log) throws IOException {
        boolean windows = File.separatorChar == '\\';
        var command = new ArrayList<>(List.of(
                home.resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                "--batch-mode",
                "-Dgates.skip",
                "-Dmaven.test.skip",
                "-pl",
                "cluster",
                "-am"));
        var more = System.getenv().getOrDefault("SWEETSPOT_MAVEN_ARGS", "").strip();
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split("\\s+", -1)));
        }
        command.add("package");
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }
}
