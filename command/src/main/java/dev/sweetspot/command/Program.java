package dev.sweetspot.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs: its lines as they come, and its end. */
final class Program implements AutoCloseable {
    /** A line of which nobody sees the end is no line; the rest of it is another one. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final long POLL_MS = 20;
    /** What a program has written is read within this time of its end, unless the machine has stopped. */
    private static final long OUTLIVED_NS = 2_000_000_000L;

    private final Process process;
    private final TrialFolder place;
    private final double grace;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private boolean ended;
    private OptionalLong end = OptionalLong.empty();

    private Program(Process process, TrialFolder place, double grace) {
        this.process = process;
        this.place = place;
        this.grace = grace;
    }

    /** @param grace seconds that it gets to end by itself */
    static Program start(Words.Filled words, TrialFolder place, double grace) throws IOException {
        place.write(words.values());
        var builder = new ProcessBuilder(words.words())
                .directory(place.workingFolder().toFile())
                .redirectError(place.errors().toFile());
        builder.environment().putAll(words.environment());
        var process = builder.start();
        Leftover.note(place.process(), process.toHandle());
        var program = new Program(process, place, grace);
        var reader = new Thread(program::read, "sweetspot-output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        return program;
    }

    private void read() {
        try (var source = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var kept = Files.newBufferedWriter(place.output(), StandardCharsets.UTF_8)) {
            var line = new StringBuilder();
            for (int next = source.read(); next >= 0; next = source.read()) {
                // Progress bars write many lines as one, with a carriage return between them.
                if (next == '\n' || next == '\r' || line.length() >= LONGEST_LINE) {
                    pass(line, kept);
                } else {
                    line.append((char) next);
                }
            }
            pass(line, kept);
        } catch (IOException closed) {
            // The program was killed; what it said until then is there.
        } finally {
            lines.add(Optional.empty());
        }
    }

    private void pass(StringBuilder line, Writer kept) throws IOException {
        if (line.length() > 0) {
            kept.append(line).append('\n');
            kept.flush();
            lines.add(Optional.of(line.toString()));
            line.setLength(0);
        }
    }

    /**
     * The next line of its output, waited for a moment.
     *
     * @return empty when there is none yet, or no more
     */
    Optional<String> line(long millis) throws InterruptedException {
        var next = ended ? null : lines.poll(millis, TimeUnit.MILLISECONDS);
        if (next != null && next.isEmpty()) {
            ended = true;
        }
        return next == null ? Optional.empty() : next;
    }

    /** Whether all its lines were looked at; what it started may hold its output open, which nobody waits for. */
    boolean silent() {
        if (process.isAlive()) {
            return ended;
        }
        long now = System.nanoTime();
        if (end.isEmpty()) {
            end = OptionalLong.of(now);
        }
        return ended || (lines.isEmpty() && now - end.getAsLong() > OUTLIVED_NS);
    }

    /** Its exit code, once it has one: 128 and the signal, where one ended it. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Nothing more is written to it. */
    void saysNothing() throws IOException {
        process.getOutputStream().close();
    }

    /** Writes a line to its standard input; one that does not listen any more has ended, or ends. */
    void say(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException closed) {
            // Its end is noticed where its lines are read.
        }
    }

    /** Waits for its end for as long as its grace is. */
    void awaitEnd() throws InterruptedException {
        process.waitFor((long) (grace * 1000), TimeUnit.MILLISECONDS);
    }

    /** Asks it to end, with all that it started, and ends it when it does not. */
    void stop() throws InterruptedException {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + (long) (grace * 1e9);
        while (all.stream().anyMatch(Program::runs) && System.nanoTime() - end < 0) {
            Thread.sleep(POLL_MS);
        }
        kill(all.stream());
    }

    /** Whether it runs. One that has ended counts as alive until its parent asks for it, and the parent may be no more. */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 1).stripLeading().startsWith("Z");
        } catch (IOException elsewhere) {
            return process.isAlive();
        }
    }

    private void kill(Stream<ProcessHandle> processes) {
        // What it started since it was asked to end goes as well.
        Stream.concat(processes, Stream.concat(process.descendants(), Stream.of(process.toHandle())))
                .filter(ProcessHandle::isAlive)
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends it at once, where it has not ended. */
    @Override
    public void close() throws IOException {
        kill(Stream.empty());
        Files.deleteIfExists(place.process());
    }
}
