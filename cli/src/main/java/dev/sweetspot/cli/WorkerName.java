package dev.sweetspot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The name of this process among all that work on studies: the machine, so that people find it, and what no other has. */
final class WorkerName {
    private static final Path OF_MACHINE = Path.of("/proc/sys/kernel/hostname");

    private WorkerName() {}

    static String unique() {
        return machine() + "-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime() & 0xffffff);
    }

    /** As the machine calls itself; no name server is asked, which might take its time. */
    private static String machine() {
        var name = said().or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
                .orElse("")
                .replaceAll("[^A-Za-z0-9.-]", "");
        return name.isEmpty() ? "worker" : name;
    }

    private static Optional<String> said() {
        try {
            return Optional.of(Files.readString(OF_MACHINE).strip());
        } catch (IOException notHere) {
            return Optional.empty();
        }
    }
}
