package dev.sweetspot.study;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether all workers of a run have to end before there is nothing left to do, and why: the first reason counts. */
final class Halt {
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

    void because(String why) {
        reason.compareAndSet(null, why);
    }

    boolean called() {
        return reason.get() != null;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason.get());
    }
}
