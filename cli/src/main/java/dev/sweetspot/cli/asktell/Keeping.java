package dev.sweetspot.cli.asktell;

import dev.sweetspot.store.Store;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a conversation needs of the world around it.
 *
 * @param clock what the times of the trials are read from
 * @param worker a name that no other process has
 * @param name of the study; empty to keep it only where the start gives one
 * @param store opened when a study is to be kept, and closed at the end
 */
public record Keeping(InstantSource clock, String worker, Optional<String> name, Supplier<Store> store) {}
