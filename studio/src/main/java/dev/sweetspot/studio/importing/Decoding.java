package dev.sweetspot.studio.importing;

import dev.sweetspot.data.image.BadImageException;
import dev.sweetspot.data.image.RawImage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decodes images and gives up those that take too long: a file of a few kilobytes can keep a decoder busy for hours. A
 * decoder cannot be stopped; its thread is left behind until it ends by itself, and when too many are left behind nothing
 * more is decoded.
 */
public final class Decoding implements AutoCloseable {
    private static final int MOST_LEFT_BEHIND = 8;

    private final Duration longest;
    private final AtomicInteger leftBehind = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "sweetspot-import");
        thread.setDaemon(true);
        return thread;
    });

    /** @param longest that one image may take */
    public Decoding(Duration longest) {
        this.longest = longest;
    }

    /** Work on an image. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        RawImage decode() throws BadImageException;
    }

    /**
     * What the work gives.
     *
     * @throws IOException with the reason in words when it gives nothing, or nothing in time
     */
    public RawImage within(Work work) throws IOException {
        if (leftBehind.get() >= MOST_LEFT_BEHIND) {
            throw new IOException("was not looked at, because others before it take too long");
        }
        var running = threads.submit(() -> {
            try {
                return work.decode();
            } finally {
                if (Thread.interrupted()) {
                    leftBehind.decrementAndGet();
                }
            }
        });
        try {
            return running.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            leftBehind.incrementAndGet();
            running.cancel(true);
            throw new IOException("takes longer than " + longest.toSeconds() + " s to decode", e);
        } catch (ExecutionException e) {
            var reason = e.getCause() instanceof BadImageException bad && bad.getMessage() != null
                    ? bad.getMessage()
                    : e.getCause() instanceof OutOfMemoryError ? "needs more memory than there is" : "cannot be read";
            throw new IOException(reason, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not looked at, because the import was stopped", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
