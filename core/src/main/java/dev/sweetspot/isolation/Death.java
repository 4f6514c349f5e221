package dev.sweetspot.isolation;

import dev.sweetspot.trial.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out of what a process died that nobody here ended. */
final class Death {
    private static final int SIGNALS = 128;
    private static final int KILL = 9;
    private static final int TERMINATE = 15;

    private Death() {}

    /**
     * The reason, for people and for the search.
     *
     * @param code its exit code
     * @param crash what a JVM leaves that crashes
     * @param log what it wrote to standard error
     * @param endedBySystem whether the system has ended processes meanwhile because memory ran out
     */
    static Ended of(int code, Path crash, Path log, boolean endedBySystem) {
        var said = lines(log);
        var left = lines(crash);
        if (code == SIGNALS + KILL && endedBySystem) {
            return new Ended(
                    Outcome.Cause.OUT_OF_MEMORY,
                    "the system ended its process because the machine's memory ran out. Maybe fewer trials at once, or a "
                            + "smaller batch or network?");
        }
        if (code == SIGNALS + KILL || code == SIGNALS + TERMINATE) {
            return new Ended(Outcome.Cause.LOST, "its process was ended from outside, by signal " + (code - SIGNALS));
        }
        if (left.stream().anyMatch(Death::isOfMemory) || said.stream().anyMatch(Death::isOfMemory)) {
            return new Ended(
                    Outcome.Cause.OUT_OF_MEMORY,
                    "its process could not have more memory. Maybe a smaller batch or network?");
        }
        if (!left.isEmpty()) {
            return new Ended(
                    Outcome.Cause.ERROR, "its process crashed in native code" + where(left) + "; see " + crash);
        }
        return new Ended(
                Outcome.Cause.ERROR,
                "its process ended with exit code " + code
                        + last(said).map(line -> ": " + line).orElse(""));
    }

    private static boolean isOfMemory(String line) {
        return line.contains("insufficient memory for the Java Runtime") || line.contains("std::bad_alloc");
    }

    /** " (SIGSEGV, in libtorch_cpu.so)": the signal, and the frame that the JVM blames. */
    private static String where(List<String> lines) {
        var parts = new ArrayList<String>();
        lines.stream()
                .map(line -> line.replaceAll("^#\\s*", ""))
                .filter(line -> line.startsWith("SIG") || line.startsWith("EXCEPTION_"))
                .findFirst()
                .ifPresent(line -> parts.add(line.split("[ (]", 2)[0]));
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).contains("Problematic frame:")) {
                parts.add("in " + lines.get(i + 1).replaceAll("^#\\s*", "").strip());
            }
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private static Optional<String> last(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).reduce((first, second) -> second);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
