package dev.sweetspot.cli;

import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The process that speaks with a Spark cluster: Spark's libraries, its logging and what it needs of the JVM stay there. It
 * connects to a port of this machine, and takes the end of the connection for a request to end.
 */
final class SparkProcess implements AutoCloseable {
    private static final String MAIN = "dev.sweetspot.cluster.SparkService";
    private static final int UNSAFE_IS_WARNED_OF = 24;
    private static final int WORD_BYTES = 16;
    private static final int ACCEPT_MS = 500;

    /** Whoever connects and says nothing keeps others waiting for so long. */
    private static final int GREETING_MS = 3000;

    private static final Duration BEGINS_WITHIN = Duration.ofMinutes(2);
    private static final int LAST_LINES = 3;

    /** Where in a program something failed, which says nothing to those who use it. */
    private static final String FRAME = "\\s+(at |\\.\\.\\. \\d+ (more|common)).*";

    /** What Spark opens on Java 17 and newer: {@code JavaModuleOptions} of its launcher. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final Process process;
    private final Path log;
    private final Socket line;
    private final BlockingQueue<MapForm> said = new LinkedBlockingQueue<>();
    private final AtomicBoolean failed = new AtomicBoolean();
    private volatile boolean ended;

    private SparkProcess(Process process, Path log, Socket line, BufferedReader in) {
        this.process = process;
        this.log = log;
        this.line = line;
        var thread = new Thread(() -> listen(in), "sweetspot-spark");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins it, and tells it what to do.
     *
     * @param folder where Spark writes what it has to say, in a file of that name
     */
    static SparkProcess begin(SparkJars jars, MapForm errand, Path folder, String name) throws InterruptedException {
        var word = new byte[WORD_BYTES];
        new SecureRandom().nextBytes(word);
        var secret = HexFormat.of().formatHex(word);
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var log = Files.createDirectories(folder).resolve(name);
            var process = new ProcessBuilder(command(jars, server.getLocalPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            tell(process, secret);
            return connected(server, process, log, secret, errand);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arguments can be read by everybody on a machine, and with the word goes the password of the store. */
    private static void tell(Process process, String secret) {
        try (var in = process.getOutputStream()) {
            in.write((secret + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // It has ended already; that is found out when it does not connect.
        }
    }

    static List<String> command(SparkJars jars, int port) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dio.netty.tryReflectionSetAccessible=true"));
        if (Runtime.version().feature() >= UNSAFE_IS_WARNED_OF) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-cp", String.join(File.pathSeparator, jars.classPath()), MAIN, Integer.toString(port)));
        return command;
    }

    private static SparkProcess connected(ServerSocket server, Process process, Path log, String secret, MapForm errand)
            throws IOException, InterruptedException {
        server.setSoTimeout(ACCEPT_MS);
        long end = System.nanoTime() + BEGINS_WITHIN.toNanos();
        while (process.isAlive() && System.nanoTime() - end < 0) {
            if (Thread.interrupted()) {
                process.destroyForcibly();
                throw new InterruptedException("interrupted while Spark was started");
            }
            try {
                var socket = server.accept();
                var in = greeted(socket, secret);
                if (in.isPresent()) {
                    var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                    out.println(Json.write(errand));
                    return new SparkProcess(process, log, socket, in.get());
                }
            } catch (SocketTimeoutException notYet) {
                // It is looked again whether the process lives.
            } catch (IOException e) {
                process.destroyForcibly();
                throw e;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the process that speaks with Spark did not start.\n" + lastLines(log));
    }

    /** What it says after the word; empty, and the connection closed, where it is somebody else who has connected. */
    static Optional<BufferedReader> greeted(Socket socket, String secret) throws IOException {
        try {
            socket.setSoTimeout(GREETING_MS);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if (secret.equals(in.readLine())) {
                socket.setSoTimeout(0);
                return Optional.of(in);
            }
        } catch (SocketTimeoutException | SocketException stranger) {
            // The same as a wrong word.
        }
        socket.close();
        return Optional.empty();
    }

    private void listen(BufferedReader in) {
        try {
            for (var text = in.readLine(); text != null; text = in.readLine()) {
                var map = Json.parseMap(text, "spark");
                if (map.find("failed").isPresent()) {
                    failed.set(true);
                }
                said.add(map);
            }
        } catch (IOException | InvalidInputException broken) {
            // The same as its end: whoever asks is told what the log says.
        } finally {
            ended = true;
        }
    }

    /** What it says next, if it says something within the time. */
    Optional<MapForm> next(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(said.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Whether it says nothing more. */
    boolean hasEnded() {
        return ended && said.isEmpty();
    }

    /** All that Spark wrote. */
    Path log() {
        return log;
    }

    /** The last lines of what Spark wrote, and where all of it is. */
    String lastLines() {
        return lastLines(log);
    }

    static String lastLines(Path log) {
        var all = "All that Spark wrote is in " + log;
        try {
            var lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank() && !line.matches(FRAME))
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())) + "\n" + all;
        } catch (IOException e) {
            return all;
        }
    }

    /** Asks it to end, its workers to put their trials aside, and waits for that for a while. */
    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException alreadyClosed) {
            // What matters is that it is.
        }
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(Interrupt.PATIENCE.toMillis() - 1000, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            } else if (process.exitValue() == 0 && !failed.get()) {
                Files.deleteIfExists(log);
            }
        } catch (IOException stays) {
            // A file too many does no harm.
        } catch (InterruptedException again) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
