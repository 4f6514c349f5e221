package dev.sweetspot.cli;

import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.tensor.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
        output.say("Java          " + System.getProperty("java.version") + ", " + System.getProperty("java.home"));
        output.say("System        " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        output.say("Cores         " + Runtime.getRuntime().availableProcessors());
        output.say(String.format(
                Locale.ROOT,
                "Java memory   %.1f GiB at the most",
                Runtime.getRuntime().maxMemory() / GIB));
        output.say("16-bit speed  "
                + (Processor.hasFastBfloat16() ? "yes: trainings use bfloat16" : "no: trainings use 32 bits"));
        output.say(String.format(
                Locale.ROOT, "Engine        %s, loaded in %.1f s", Native.version(), Native.loadSeconds()));
        output.say("Devices       "
                + (Device.available().contains(Device.CUDA)
                        ? "cpu and cuda: trainings use cuda"
                        : "cpu alone; cuda " + Device.whyNoGpu()));
        say("Native cache  ", Path.of(System.getProperty("user.home"), ".javacpp", "cache"));
        say("Studies       ", stores.file().toAbsolutePath());
        var folder = stores.file().toAbsolutePath().getParent();
        if (folder != null) {
            say("Artifacts     ", folder.resolve("artifacts"));
        }
    }

    private void say(String what, Path path) {
        output.say(what
                + path
                + (Files.exists(path)
                        ? String.format(Locale.ROOT, " (%.1f MB)", size(path) / 1e6)
                        : " (not there yet)"));
    }

    static double size(Path path) {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
