package dev.sweetspot.store.jdbc;

import dev.sweetspot.store.Stores;
import dev.sweetspot.testkit.ChaosWorker;
import java.nio.file.Path;
import java.time.Clock;

/** A worker of a chaos: the address of the store, the folder, its name. */
final class ChaosProcess {
    private ChaosProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[1]);
        try (var store = Stores.open(arguments[0])) {
            ChaosWorker.work(
                    store,
                    Stores.artifacts(arguments[0], folder.resolve("artifacts")),
                    folder,
                    arguments[2],
                    Clock.systemUTC());
        }
    }
}
