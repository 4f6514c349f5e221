package dev.sweetspot.cli;

import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.tensor.Processor;
import dev.sweetspot.form.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sweetspot doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Says what this machine has, what is missing, and where Sweetspot keeps its files.",
            "Exit code 1 where something is missing without which nothing can be trained."
        },
        footer = {"", "Example: sweetspot doctor"})
final class DoctorCommand implements Callable<Integer> {
    private static final double GIB = 1L << 30;
    private static final int MISSING = 1;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** @return 1 where something is missing without which nothing can be trained */
    @Override
    public Integer call() {
        var runtime = Runtime.getRuntime();
        var entries = new LinkedHashMap<String, Form>();
        say(entries, "java", "Java", System.getProperty("java.version") + ", " + System.getProperty("java.home"));
        say(entries, "system", "System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        output.say(line("Cores", Integer.toString(runtime.availableProcessors())));
        entries.put("cores", Form.of(runtime.availableProcessors()));
        output.say(line("Java memory", String.format(Locale.ROOT, "%.1f GiB at the most", runtime.maxMemory() / GIB)));
        entries.put("java_memory_bytes", Form.of(runtime.maxMemory()));
        long free = FreeMemory.bytes();
        output.say(line("Free memory", String.format(Locale.ROOT, "%.1f GiB", free / GIB)));
        entries.put("free_memory_bytes", Form.of(free));
        boolean fast = Processor.hasFastBfloat16();
        output.say(line("16-bit speed", fast ? "yes: trainings use bfloat16" : "no: trainings use 32 bits"));
        entries.put("fast_bfloat16", Form.of(fast));
        boolean whole = engine(entries);
        spark(entries);
        var home = Path.of(System.getProperty("user.home"));
        place(entries, "native_cache", "Native cache", home.resolve(".javacpp").resolve("cache"));
        stores.file()
                .ifPresentOrElse(
                        file -> {
                            place(entries, "studies", "Studies", file.toAbsolutePath());
                            place(
                                    entries,
                                    "artifacts",
                                    "Artifacts",
                                    file.toAbsolutePath().resolveSibling("artifacts"));
                        },
                        () -> say(entries, "studies", "Studies", stores.shown()));
        stores.caution().ifPresent(caution -> say(entries, "studies_caution", "Caution", caution));
        place(entries, "scratch", "Scratch", stores.scratch().toAbsolutePath());
        disk(entries, stores.scratch().toAbsolutePath());
        output.result(Form.of(entries));
        return whole ? 0 : MISSING;
    }

    /** Whether networks can be computed here; without its native code, which not every system has, they cannot. */
    private boolean engine(Map<String, Form> entries) {
        entries.put("engine", Form.of(Native.version()));
        try {
            double seconds = Native.loadSeconds();
            boolean gpu = Device.available().contains(Device.CUDA);
            output.say(line("Engine", String.format(Locale.ROOT, "%s, loaded in %.1f s", Native.version(), seconds)));
            output.say(
                    line("Devices", gpu ? "cpu and cuda: trainings use cuda" : "cpu alone; cuda " + Device.whyNoGpu()));
            entries.put("engine_load_seconds", Form.of(seconds));
            entries.put("cuda", Form.of(gpu));
            return true;
        } catch (LinkageError e) {
            say(
                    entries,
                    "engine_missing",
                    "Engine",
                    Native.version() + " cannot be loaded here, so nothing can be trained: " + Main.innermost(e));
            return false;
        }
    }

    /** Nobody needs it who has no cluster. */
    private void spark(Map<String, Form> entries) {
        var fetched = SparkJars.fetched();
        fetched.ifPresentOrElse(
                folder -> place(entries, "spark", "Spark", folder),
                () -> output.say(line(
                        "Spark", "not fetched: " + SparkJars.MEGABYTES + " MB, when --on first asks for a cluster")));
        entries.put("spark_fetched", Form.of(fetched.isPresent()));
    }

    private void disk(Map<String, Form> entries, Path below) {
        try {
            var there = below;
            while (!Files.exists(there)) {
                there = Objects.requireNonNull(there.getParent());
            }
            long free = Files.getFileStore(there).getUsableSpace();
            output.say(line("Free disk", String.format(Locale.ROOT, "%.1f GB at %s", free / 1e9, there)));
            entries.put("free_disk_bytes", Form.of(free));
        } catch (IOException e) {
            output.say(line("Free disk", "not known: " + e.getMessage()));
        }
    }

    private static String line(String what, String value) {
        return String.format("%-14s%s", what, value);
    }

    private void say(Map<String, Form> entries, String key, String what, String value) {
        output.say(line(what, value));
        entries.put(key, Form.of(value));
    }

    private void place(Map<String, Form> entries, String key, String what, Path path) {
        boolean there = Files.exists(path);
        long size = there ? DiskUse.of(path) : 0;
        output.say(
                line(what, path + (there ? String.format(Locale.ROOT, " (%.1f MB)", size / 1e6) : " (not there yet)")));
        entries.put(key, Form.of(path.toString()));
        entries.put(key + "_bytes", Form.of(size));
    }
}
