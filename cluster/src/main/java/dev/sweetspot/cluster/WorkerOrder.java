package dev.sweetspot.cluster;

import dev.sweetspot.store.Stores;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a task has to know to start a worker process.
 *
 * @param study its name
 * @param store its address; in the environment of the process, because everybody may read its arguments
 * @param threads of each trial
 * @param arguments more of the command {@code worker}
 * @param machine on which the driver runs, as {@link #boot()} has it there
 */
record WorkerOrder(
        String study, String store, WorkerProgram program, int threads, List<String> arguments, String machine)
        implements Serializable {
    private static final String MAIN = "dev.sweetspot.cli.Main";
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String FILE = "sqlite:";
    private static final int UNSAFE_IS_WARNED_OF = 24;

    /** What is the same for all processes of a machine and differs on others; empty where nobody knows. */
    static String boot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException notLinux) {
            return "";
        }
    }

    /** Why no worker can be started on this machine, as a sentence. */
    Optional<String> refusal() {
        return program.missing().or(this::unreachable);
    }

    /** Locks of a file are kept by one machine: over a network its study would be damaged. */
    private Optional<String> unreachable() {
        return file().filter(file -> !isHere() || !Files.exists(file))
                .map(file -> "the store " + file + " is a file of another machine. Maybe --store postgresql://...?");
    }

    private Optional<Path> file() {
        var path = store.startsWith(FILE) ? store.substring(FILE.length()) : store;
        return Stores.hasScheme(path) ? Optional.empty() : Optional.of(Path.of(path));
    }

    private boolean isHere() {
        var here = boot();
        return here.isEmpty() || machine.isEmpty() || here.equals(machine);
    }

    /** The worker, which ends with the process that starts it. */
    ProcessBuilder process() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= UNSAFE_IS_WARNED_OF) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-cp", program.classPath(), MAIN, "worker", study));
        command.addAll(List.of("--workers", "1", "--threads", Integer.toString(threads)));
        command.addAll(List.of("--while", Long.toString(ProcessHandle.current().pid())));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        return builder;
    }

    /** As the launcher sets it, for the same reasons. */
    private Map<String, String> environment() {
        return Map.of(
                "SWEETSPOT_STORE", store,
                "OPENBLAS_NUM_THREADS", "1",
                "MALLOC_MMAP_THRESHOLD_", "4294967296",
                "MALLOC_TRIM_THRESHOLD_", "8589934592",
                "MALLOC_TOP_PAD_", "268435456",
                "LC_ALL", "C.UTF-8");
    }
}
