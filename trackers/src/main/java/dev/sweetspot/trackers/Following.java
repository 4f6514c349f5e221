package dev.sweetspot.trackers;

import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes a study to a place while it runs. It reads the store in a thread of its own, so that a place that cannot be reached
 * neither stops nor slows the search: the log keeps what has to be told, and all of it is told once the place is there again.
 */
public final class Following implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Target target;
    private final Store store;
    private final Study study;
    private final Consumer<String> notice;
    private final Duration patience;
    private final CountDownLatch left = new CountDownLatch(1);
    private final Thread thread;
    private boolean warned;
    private long failures;

    /**
     * Begins.
     *
     * @param store for this alone, closed by the caller after this
     * @param study opened for this alone: it is read in another thread
     * @param notice told in a sentence when the place cannot be reached, and when it can again
     * @param patience how long, in the end, a place that cannot be reached is waited for
     */
    public Following(Target target, Store store, Study study, Consumer<String> notice, Duration patience) {
        this.target = target;
        this.store = store;
        this.study = study;
        this.notice = notice;
        this.patience = patience;
        this.thread = new Thread(this::follow, "track " + target.kind().name());
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        boolean more = true;
        while (more) {
            try {
                study.refresh();
                try (var tracker = target.kind().open(Feed.tracked(store, study), target.place())) {
                    follow(new Feed(store, study, tracker));
                }
                more = false;
            } catch (IOException e) {
                more = waitAfter(e);
            } catch (RuntimeException e) {
                notice.accept(target + " is written no more: " + e.getMessage() + " " + later());
                more = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                more = false;
            }
        }
    }

    private void follow(Feed feed) throws IOException, InterruptedException {
        boolean last = false;
        while (!last) {
            last = left.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (last) {
                feed.leave();
            } else {
                feed.catchUp();
            }
            if (warned) {
                notice.accept(target + " is there again, and has all of the study until now.");
                warned = false;
            }
            failures = 0;
        }
    }

    /** Longer after each failure; not at all in the end. */
    private boolean waitAfter(IOException e) {
        if (!warned) {
            notice.accept(target + " cannot be reached (" + e.getMessage()
                    + "). The search goes on; what is missing there is sent when it can be.");
            warned = true;
        }
        long seconds = Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(failures++, 10));
        try {
            if (left.await(seconds, TimeUnit.SECONDS)) {
                // The last wait is that of whoever closes this.
                Thread.sleep(EVERY.toMillis());
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String later() {
        return "What is missing: sweetspot export " + study.spec().name() + " --to " + target;
    }

    /** Nobody of this process works on the study any more: what is missing is sent, for as long as there is patience. */
    @Override
    public void close() {
        left.countDown();
        boolean interrupted = false;
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (thread.isAlive()) {
            thread.interrupt();
            notice.accept(target + " does not have all of the study. " + later());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
