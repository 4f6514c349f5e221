package dev.sweetspot.cli.asktell;

import dev.sweetspot.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a conversation needs of the world around it.
 *
 * @param clock what the times of the trials are read from
 * @param worker a name that no other process has
 * @param name of the study; empty to keep it only where the start gives one
 * @param store opened when a study is to be kept, and closed at the end
 * @param usual the address of that store
 * @param learnFrom where earlier studies lie that every study is to learn from
 */
public record Keeping(
        InstantSource clock,
        String worker,
        Optional<String> name,
        Supplier<Store> store,
        String usual,
        List<String> learnFrom) {
    /** Learns from nobody. */
    public Keeping(InstantSource clock, String worker, Optional<String> name, Supplier<Store> store) {
        this(clock, worker, name, store, "", List.of());
    }

    /** Keeps a copy. */
    public Keeping {
        learnFrom = List.copyOf(learnFrom);
    }
}
