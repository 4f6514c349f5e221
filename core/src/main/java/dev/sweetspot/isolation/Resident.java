package dev.sweetspot.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How much memory a process has: what is resident and what was swapped out. Address space, which {@code ulimit -v} limits,
 * says nothing of a JVM: it reserves many times what it uses.
 */
final class Resident {
    private Resident() {}

    /** In bytes; empty where the system does not say, beside Linux, or the process has ended. */
    static OptionalLong bytes(long process) {
        try {
            long kibibytes = 0;
            boolean said = false;
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(process), "status"))) {
                if (line.startsWith("VmRSS:") || line.startsWith("VmSwap:")) {
                    kibibytes += Long.parseLong(line.replaceAll("\\D", ""));
                    said = true;
                }
            }
            return said ? OptionalLong.of(kibibytes * 1024) : OptionalLong.empty();
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }

    /** How many processes the system has ended because memory ran out; 0 where it does not say. */
    static long endedBySystem() {
        try {
            return Files.readAllLines(Path.of("/proc/vmstat")).stream()
                    .filter(line -> line.startsWith("oom_kill "))
                    .mapToLong(line ->
                            Long.parseLong(line.substring("oom_kill ".length()).strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }
}
