package dev.sweetspot.isolation;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.trial.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One process that runs trials, as the process sees it that it does so for. */
final class Child {
    private static final double MIB = 1 << 20;

    private final Process process;
    private final OutputStream in;
    private final BlockingQueue<Optional<MapForm>> heard = new LinkedBlockingQueue<>();
    private final OptionalLong memory;
    private final Path log;
    private final Path crash;
    private final long endedBefore = Resident.endedBySystem();

    private Child(Process process, OptionalLong memory, Path log, Path crash) {
        this.process = process;
        this.in = process.getOutputStream();
        this.memory = memory;
        this.log = log;
        this.crash = crash;
        var reader = new Thread(this::listen, "sweetspot-isolated-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one, and waits until it has made its workload.
     *
     * @param name of its files
     * @throws Ended when it died of that, or refused
     */
    static Child started(Isolation isolation, String name) throws InterruptedException {
        var log = isolation.folder().resolve(name + ".log");
        var crash = isolation.folder().resolve(name + ".crash");
        Child child;
        try {
            Files.createDirectories(isolation.folder());
            Files.deleteIfExists(crash);
            var command = new ArrayList<String>();
            isolation.command().forEach(word -> command.add(word.replace(Isolation.CRASH, crash.toString())));
            child = new Child(
                    new ProcessBuilder(command).redirectError(log.toFile()).start(), isolation.memory(), log, crash);
        } catch (IOException e) {
            throw new Ended(Outcome.Cause.LOST, "no process could be started for it (" + e.getMessage() + ")");
        }
        try {
            child.send(Messages.of(Messages.WORKLOAD, isolation.workload()));
            child.awaitReady();
            return child;
        } catch (InterruptedException | RuntimeException e) {
            child.kill();
            throw e;
        }
    }

    private void awaitReady() throws InterruptedException {
        while (true) {
            var message = next(Duration.ofSeconds(1)).orElse(Messages.NOTHING);
            if (Messages.kind(message).equals(Messages.READY)) {
                return;
            }
            if (Messages.kind(message).equals(Messages.REFUSED)) {
                throw new InvalidInputException(
                        "--isolate",
                        true,
                        "the process of its own refused what is to be tried: "
                                + Fields.of(message).text(Messages.REFUSED),
                        "");
            }
        }
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                heard.add(Optional.of(Messages.read(line)));
            }
        } catch (IOException ended) {
            // The other end says nothing more, for whatever reason.
        } finally {
            heard.add(Optional.empty());
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    void send(MapForm message) {
        try {
            in.write((Json.write(message) + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw death();
        }
    }

    /**
     * What it says next; empty when that takes longer.
     *
     * @throws Ended when it has died, or has more memory than it may
     */
    Optional<MapForm> next(Duration atMost) throws InterruptedException {
        var message = heard.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        requireMemory();
        if (message != null && message.isEmpty()) {
            heard.add(message);
            throw death();
        }
        return message == null ? Optional.empty() : message;
    }

    private void requireMemory() {
        if (memory.isEmpty()) {
            return;
        }
        var now = Resident.bytes(process.pid());
        if (now.isPresent() && now.getAsLong() > memory.getAsLong()) {
            kill();
            throw new Ended(
                    Outcome.Cause.OUT_OF_MEMORY,
                    String.format(
                            Locale.ROOT,
                            "its process had %.0f MiB in memory, and %.0f MiB is what it may have. Maybe a smaller batch or "
                                    + "network?",
                            now.getAsLong() / MIB,
                            memory.getAsLong() / MIB));
        }
    }

    private Ended death() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                kill();
                return new Ended(Outcome.Cause.ERROR, "its process said nothing any more");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
        int code = process.isAlive() ? -1 : process.exitValue();
        return Death.of(code, crash, log, Resident.endedBySystem() > endedBefore);
    }

    /** Whether it has so much memory that the next trial would have too little of what it may have. */
    boolean heavy() {
        var now = memory.isEmpty() ? memory : Resident.bytes(process.pid());
        return now.isPresent() && now.getAsLong() > memory.getAsLong() / 2;
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** Lets it end by itself, which it does when nobody speaks to it any more. */
    void close() {
        try {
            in.close();
            if (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
        tidy();
    }

    /** What it wrote is of no use to anybody, unless it crashed. */
    private void tidy() {
        for (var file : List.of(log)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                System.getLogger(Child.class.getName())
                        .log(System.Logger.Level.DEBUG, "could not remove " + file, stays);
            }
        }
    }
}
