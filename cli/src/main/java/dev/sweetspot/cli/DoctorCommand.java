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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sweetspot doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine has and where Sweetspot keeps its files.")
final class DoctorCommand implements Runnable {
    private static final double GIB = 1L << 30;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        var runtime = Runtime.getRuntime();
        var entries = new LinkedHashMap<String, Form>();
        say(entries, "java", "Java", System.getProperty("java.version") + ", " + System.getProperty("java.home"));
        say(entries, "system", "System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        output.say(line("Cores", Integer.toString(runtime.availableProcessors())));
        entries.put("cores", Form.of(runtime.availableProcessors()));
        output.say(line("Java memory", String.format(Locale.ROOT, "%.1f GiB at the most", runtime.maxMemory() / GIB)));
        entries.put("java_memory_bytes", Form.of(runtime.maxMemory()));
        boolean fast = Processor.hasFastBfloat16();
        output.say(line("16-bit speed", fast ? "yes: trainings use bfloat16" : "no: trainings use 32 bits"));
        entries.put("fast_bfloat16", Form.of(fast));
        output.say(line(
                "Engine", String.format(Locale.ROOT, "%s, loaded in %.1f s", Native.version(), Native.loadSeconds())));
        entries.put("engine", Form.of(Native.version()));
        entries.put("engine_load_seconds", Form.of(Native.loadSeconds()));
        boolean gpu = Device.available().contains(Device.CUDA);
        output.say(line("Devices", gpu ? "cpu and cuda: trainings use cuda" : "cpu alone; cuda " + Device.whyNoGpu()));
        entries.put("cuda", Form.of(gpu));
        var home = Path.of(System.getProperty("user.home"));
        place(entries, "native_cache", "Native cache", home.resolve(".javacpp").resolve("cache"));
        place(entries, "studies", "Studies", stores.file().toAbsolutePath());
        var folder = stores.file().toAbsolutePath().getParent();
        if (folder != null) {
            place(entries, "artifacts", "Artifacts", folder.resolve("artifacts"));
        }
        output.result(Form.of(entries));
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
        long size = there ? size(path) : 0;
        output.say(
                line(what, path + (there ? String.format(Locale.ROOT, " (%.1f MB)", size / 1e6) : " (not there yet)")));
        entries.put(key, Form.of(path.toString()));
        entries.put(key + "_bytes", Form.of(size));
    }

    /** In bytes, with all that is inside; 0 where it cannot be read. */
    static long size(Path path) {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
