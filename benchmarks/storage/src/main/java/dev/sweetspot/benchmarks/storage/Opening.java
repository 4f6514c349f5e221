package dev.sweetspot.benchmarks.storage;

import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Study;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** How long it takes until a long study is open, and the memory of that. */
final class Opening {
    private static final String NAME = "long";

    private Opening() {}

    static void write(String store, int trials, int reports) {
        try (var open = Stores.open(store)) {
            Samples.write(open, NAME, trials, reports, new RandomSearch());
        }
    }

    /** In this process, which has done nothing else: with the start of the machine and all that it has to compile. */
    static String open(String store) throws IOException {
        long begin = System.nanoTime();
        try (var opened = Stores.open(store)) {
            var study = Study.open(opened, NAME, Clock.systemUTC(), Duration.ofMinutes(1));
            double seconds = (System.nanoTime() - begin) / 1e9;
            double sinceStart = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
            double processor = ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toMillis()
                    / 1e3;
            return String.format(
                    Locale.ROOT,
                    "%d events, %d trials: opened in %.2f s (%.2f s since the program began; %.2f s of processors), %s",
                    study.history().version(),
                    study.history().size(),
                    seconds,
                    sinceStart,
                    processor,
                    memory());
        }
    }

    private static String memory() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            return String.format(Locale.ROOT, "%.0f MB of heap", heap.getCommitted() / 1e6);
        }
        var most = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .findFirst()
                .orElse("0");
        return String.format(Locale.ROOT, "%.0f MB of memory at most", Long.parseLong(most) * 1024 / 1e6);
    }
}
