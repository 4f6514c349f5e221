package dev.sweetspot.store;

import java.nio.file.Path;
import java.util.Optional;

/** One kind of store, known by its addresses; found by its name in {@code META-INF/services}. {@link Stores} asks them all. */
public interface StoreProvider {
    /** What its addresses look like, for people: {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE}. */
    String form();

    /** Whether this is an address of its kind. */
    boolean takes(String address);

    /**
     * Opens a store, and makes it when it is not there.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the address is wrong, or what is there is no store of ours or
     *     was written by a newer version
     * @throws StoreException when it does not answer, or refuses
     */
    Store open(String address);

    /**
     * Where the artifacts of its studies are kept.
     *
     * @param local a folder of this machine for copies of what is kept elsewhere
     */
    Artifacts artifacts(String address, Path local);

    /** The address as everybody may read it, and as it can be given again: without its password. */
    String shown(String address);

    /**
     * What people should know before they trust a week of work to this place, as sentences; looked at without opening it.
     * Whoever opens it logs the same as a warning. Empty where there is nothing to say.
     */
    default Optional<String> caution(String address) {
        return Optional.empty();
    }

    /** The file of this machine that the store is; empty for a store elsewhere. */
    Optional<Path> file(String address);
}
