package dev.sweetspot.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * An interrupt closes the file that a thread works on. A worker that is asked to end is interrupted just when its
 * checkpoint counts most, so the work is done again and the interrupt is kept for later.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    interface FileWork<T> {
        T done() throws IOException;
    }

    static <T> T done(FileWork<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.done();
                } catch (ClosedByInterruptException again) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
