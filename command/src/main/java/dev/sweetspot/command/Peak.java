package dev.sweetspot.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The most memory that a program and all that it started had, as Linux tells it; elsewhere nothing is known. */
final class Peak {
    private static final long EVERY_NS = 250_000_000;
    private static final String RESIDENT = "VmRSS:";
    private static final int KILO = 1024;

    private final ProcessHandle process;
    private long next = System.nanoTime();
    private double most;

    Peak(ProcessHandle process) {
        this.process = process;
    }

    /** Looks at it, though not all the time. */
    void look() {
        long now = System.nanoTime();
        if (now - next < 0) {
            return;
        }
        next = now + EVERY_NS;
        most = Math.max(
                most,
                Stream.concat(Stream.of(process), process.descendants())
                        .mapToDouble(each -> resident(each.pid()))
                        .sum());
    }

    private static double resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * KILO)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    /** In bytes; empty where it is not known. */
    OptionalDouble bytes() {
        return most > 0 ? OptionalDouble.of(most) : OptionalDouble.empty();
    }
}
