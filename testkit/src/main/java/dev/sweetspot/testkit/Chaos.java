package dev.sweetspot.testkit;

import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Audit;
import dev.sweetspot.study.Journal;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Processes that work at one study, killed at random instants as {@code kill -9} does it and replaced, the first one among
 * them while it may still be making the store and the study. Then the survivors come to rest and the study is audited.
 */
public final class Chaos implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final List<String> command;
    private final RandomGenerator random;
    private final List<Worker> workers = new ArrayList<>();
    private int started;
    private int killed;
    private long seen;

    private record Worker(String name, Process process) {}

    /**
     * Nothing runs yet.
     *
     * @param folder for what the processes leave
     * @param command what starts a process that calls {@link ChaosWorker#work} with this folder and the name that is added
     *     as the last argument
     * @param seed of the instants and victims
     */
    public Chaos(Path folder, List<String> command, long seed) throws IOException {
        this.folder = folder;
        this.command = List.copyOf(command);
        this.random = Seeds.generator(seed);
        Files.createDirectories(ChaosWorker.journals(folder));
        Files.createDirectories(folder.resolve("logs"));
    }

    /** The words that start a class with the class path of now, as quickly as it can be. */
    public static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    /**
     * Lets it happen; returns when all processes have come to rest.
     *
     * @param count how many processes there are at any time, at least 1
     * @param kills how many are killed
     * @param every the mean time between two kills
     */
    public void run(int count, int kills, Duration every) throws IOException, InterruptedException {
        workers.add(start());
        // As likely while its classes load as while it makes the store, the study or the first trial.
        Thread.sleep(random.nextInt(1500));
        kill(0);
        while (workers.size() < count) {
            workers.add(start());
        }
        while (killed < kills) {
            Thread.sleep(random.nextLong(1 + 2 * every.toMillis()));
            awaitWork();
            kill(random.nextInt(count));
        }
        // As long as it takes until every lease of the killed has ended, and others have begun with what they left.
        Thread.sleep(ChaosWorker.LEASE.multipliedBy(2).toMillis());
        Files.createFile(ChaosWorker.stop(folder));
        for (var worker : workers) {
            if (!worker.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    || worker.process().exitValue() != 0) {
                throw new AssertionError(worker.name() + " did not end as it should: " + log(worker));
            }
        }
    }

    /** On a slow machine all would be killed while they start: of every kill somebody has worked since the last. */
    private void awaitWork() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (written() == seen) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("nobody works: " + log(workers.get(0)));
            }
            Thread.sleep(5);
        }
        seen = written();
    }

    private long written() throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(ChaosWorker.journals(folder))) {
            for (var file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private Worker start() throws IOException {
        var name = "worker-" + started++;
        var words = new ArrayList<>(command);
        words.add(name);
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("logs").resolve(name).toFile())
                .start();
        return new Worker(name, process);
    }

    private void kill(int place) throws IOException, InterruptedException {
        var victim = workers.get(place);
        if (!victim.process().isAlive()) {
            throw new AssertionError(victim.name() + " ended by itself: " + log(victim));
        }
        victim.process().destroyForcibly();
        victim.process().waitFor();
        killed++;
        workers.set(place, start());
    }

    private String log(Worker worker) throws IOException {
        return Files.readString(folder.resolve("logs").resolve(worker.name()));
    }

    /** What every process, the killed ones too, saw acknowledged. */
    public List<Event> acknowledged() throws IOException {
        var events = new ArrayList<Event>();
        try (var files = Files.list(ChaosWorker.journals(folder))) {
            for (var file : files.sorted().toList()) {
                events.addAll(Journal.read(file));
            }
        }
        return events;
    }

    /** What is wrong with the study now. */
    public Audit audit(Store store, Artifacts artifacts) throws IOException {
        return Audit.of(store, artifacts, ChaosWorker.STUDY, acknowledged());
    }

    /** How many were killed. */
    public int killed() {
        return killed;
    }

    @Override
    public void close() {
        workers.forEach(worker -> worker.process().destroyForcibly());
    }
}
