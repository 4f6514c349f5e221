package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.executor.Executor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Executor} keeps whose workers are in this process. */
@Timeout(60)
public abstract class ExecutorContract {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** The executor under test. */
    protected abstract Executor executor();

    /** All run at once, each with an index of its own. */
    @Test
    public void workersRunAtOnceEachWithItsIndex() throws InterruptedException {
        var together = new CountDownLatch(3);
        Set<Integer> indexes = ConcurrentHashMap.newKeySet();
        var placement = executor().place(3, index -> {
            indexes.add(index);
            together.countDown();
            together.await();
        });

        assertThat(placement.await(LONG)).isTrue();
        assertThat(indexes).containsExactlyInAnyOrder(0, 1, 2);
    }

    /** Waiting ends when the time is over, and says that they have not ended. */
    @Test
    public void waitingEndsWithItsTime() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var placement = executor().place(1, index -> gate.await());

        assertThat(placement.await(Duration.ofMillis(50))).isFalse();
        gate.countDown();
        assertThat(placement.await(LONG)).isTrue();
    }

    /** Workers that wait for something can be asked to end. */
    @Test
    public void workersCanBeAskedToEnd() throws InterruptedException {
        var placement = executor().place(2, index -> new CountDownLatch(1).await());
        placement.interrupt();

        assertThat(placement.await(LONG)).isTrue();
    }

    /** A worker that breaks is heard of, and the others are asked to end. */
    @Test
    public void aWorkerThatBreaksIsHeardOf() {
        var placement = executor().place(2, index -> {
            if (index == 0) {
                throw new IllegalStateException("broken");
            }
            new CountDownLatch(1).await();
        });

        assertThatThrownBy(() -> placement.await(LONG)).hasMessageContaining("broken");
    }

    /** None is no number of workers. */
    @Test
    public void thereIsAtLeastOneWorker() {
        assertThatThrownBy(() -> executor().place(0, index -> {})).hasMessageContaining("at least 1");
    }
}
