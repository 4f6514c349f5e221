package dev.sweetspot.study;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The end of a trial on its way to the store. Its worker may find out meanwhile what to begin next, so that both become
 * durable in one transaction; nothing that follows from the end is done before {@link #await} has returned. Used by one
 * thread.
 */
final class Ending {
    /** Nothing is on its way. */
    static final Ending NONE = new Ending(Optional::empty);

    private final Supplier<Optional<String>> rest;
    private Optional<String> notice = Optional.empty();
    private boolean settled;

    /** @param rest waits until the end is durable, does what follows from it, and says what people should know of that */
    Ending(Supplier<Optional<String>> rest) {
        this.rest = rest;
    }

    /** Whether {@link #await} was called. */
    boolean settled() {
        return settled;
    }

    /**
     * Waits until the end is durable; later calls give the same answer again.
     *
     * @return what people should know of it
     */
    Optional<String> await() {
        if (!settled) {
            settled = true;
            notice = rest.get();
        }
        return notice;
    }
}
