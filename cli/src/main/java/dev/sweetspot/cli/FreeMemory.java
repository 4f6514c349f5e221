package dev.sweetspot.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory that this process could still take: what the machine has available, and what is left of the limits of the
 * container or control group it runs in, whichever is least. Caches of files count as free: they give way.
 */
final class FreeMemory {
    private static final String UNLIMITED = "max";

    private FreeMemory() {}

    /** In bytes, now. Where the system does not say what is available (beside Linux), all that it has. */
    static long bytes() {
        return bytes(Path.of("/")).orElseGet(() -> ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize());
    }

    /**
     * The same below another root.
     *
     * @return empty where nothing is said
     */
    static OptionalLong bytes(Path root) {
        var said = new ArrayList<Long>();
        number(root.resolve("proc/meminfo"), "MemAvailable:").ifPresent(kibibytes -> said.add(kibibytes * 1024));
        for (var line : lines(root.resolve("proc/self/cgroup"))) {
            var parts = line.split(":", 3);
            if (parts.length == 3 && parts[1].isEmpty()) {
                left(root.resolve("sys/fs/cgroup"), parts[2], "memory.max", "memory.current", "inactive_file", said);
            } else if (parts.length == 3 && List.of(parts[1].split(",")).contains("memory")) {
                left(
                        root.resolve("sys/fs/cgroup/memory"),
                        parts[2],
                        "memory.limit_in_bytes",
                        "memory.usage_in_bytes",
                        "total_inactive_file",
                        said);
            }
        }
        return said.stream().mapToLong(Long::longValue).min();
    }

    /** What is left of the limits of a group and of all those that it is in. */
    private static void left(Path top, String group, String limit, String used, String cache, List<Long> said) {
        var folder = top.resolve(group.replaceFirst("^/+", "")).normalize();
        for (var at = folder; at != null && at.startsWith(top); at = at.getParent()) {
            var most = whole(at.resolve(limit));
            var now = whole(at.resolve(used));
            if (most.isPresent() && now.isPresent()) {
                long files = number(at.resolve("memory.stat"), cache).orElse(0);
                said.add(Math.max(0, most.getAsLong() - now.getAsLong() + files));
            }
        }
    }

    private static OptionalLong whole(Path file) {
        return lines(file).stream()
                .map(String::trim)
                .filter(text -> !text.equals(UNLIMITED) && text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** The number behind a word at the beginning of a line. */
    private static OptionalLong number(Path file, String word) {
        return lines(file).stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(parts -> parts.length > 1 && parts[0].equals(word) && parts[1].matches("\\d{1,18}"))
                .mapToLong(parts -> Long.parseLong(parts[1]))
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.toList();
        } catch (IOException | java.io.UncheckedIOException notThere) {
            return List.of();
        }
    }
}
