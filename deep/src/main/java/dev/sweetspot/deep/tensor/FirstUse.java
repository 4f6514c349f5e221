package dev.sweetspot.deep.tensor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.Loader;

/**
 * The first use of the engine on a machine, which unpacks it. Processes that begin at the same time (the workers of a study,
 * those of a cluster, trials in processes of their own) unpack into the same folder, and JavaCPP (1.5.13) lets one load a
 * library that another is still writing: it dies of SIGBUS. So the first process does it alone and leaves a mark; where that
 * is, nobody waits for anybody.
 */
final class FirstUse {
    private static final System.Logger LOG = System.getLogger(FirstUse.class.getName());

    private FirstUse() {}

    /**
     * Loads, after every other process that is doing so for the first time.
     *
     * @param engine what is loaded, with its version: each is unpacked once
     */
    static void loading(String engine, Runnable load) {
        Path folder;
        try {
            folder = Loader.getCacheDir().toPath();
        } catch (IOException e) {
            // Loading will say what is wrong with the folder, if it needs it.
            load.run();
            return;
        }
        loading(folder.resolve(engine + ".unpacked"), folder.resolve(engine + ".unpacking"), load);
    }

    private static void loading(Path mark, Path lock, Runnable load) {
        if (Files.exists(mark)) {
            load.run();
            return;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assert held != null;
            load.run();
            Files.writeString(mark, "");
        } catch (IOException e) {
            // A folder that cannot be written was filled by somebody else; a system without locks has none to wait for.
            LOG.log(System.Logger.Level.DEBUG, "no lock in " + lock, e);
            load.run();
        }
    }
}
