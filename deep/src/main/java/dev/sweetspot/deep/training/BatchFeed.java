package dev.sweetspot.deep.training;

import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.training.sampling.Sampling;
import dev.sweetspot.study.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Prepares batches in a thread of its own, a few ahead of the training. What is in a batch is a function of (seed,
 * epoch, step) alone: every epoch is sampled by itself, every step has its own random changes.
 */
public final class BatchFeed implements AutoCloseable {
    private static final int AHEAD = 3;
    private static final long LOOK_MILLIS = 50;

    private final int[] chosen;
    private final long seed;
    private final int batchSize;
    private final Sampling sampling;
    private final int[] classes;
    private final Examples.Writer writer;
    private final List<Batch> all = new ArrayList<>();
    private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    /**
     * Begins to prepare.
     *
     * @param chosen the indices of those to learn from
     * @param type of the inputs
     */
    public BatchFeed(
            Examples examples,
            int[] chosen,
            int batchSize,
            Sampling sampling,
            long seed,
            ElementType type,
            long firstStep) {
        this.chosen = chosen.clone();
        this.seed = seed;
        this.batchSize = Math.min(batchSize, chosen.length);
        this.sampling = sampling;
        this.classes = sampling.byClass()
                ? Arrays.stream(chosen).map(examples::classOf).toArray()
                : new int[0];
        this.writer = examples.writer(type);
        try (var scope = Scope.open()) {
            assert scope != null;
            for (int i = 0; i < AHEAD; i++) {
                var batch = new Batch(this.batchSize, examples.shape(), type, examples.targets());
                all.add(batch);
                free.add(batch);
            }
        }
        this.thread = new Thread(() -> run(firstStep), "sweetspot-batches");
        thread.setDaemon(true);
        thread.start();
    }

    /** Steps of an epoch; examples that do not fill a batch wait for the next epoch's order. */
    public static int steps(int examples, int batchSize) {
        return Math.max(1, examples / Math.min(batchSize, examples));
    }

    /** The next batch; give it back when the step is done. */
    public Batch take() throws InterruptedException {
        var batch = ready.poll();
        while (batch == null) {
            var cause = failure;
            if (cause instanceof OutOfMemoryError error) {
                throw error;
            }
            if (cause != null) {
                throw new IllegalStateException("batches could not be prepared: " + cause.getMessage(), cause);
            }
            batch = ready.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return batch;
    }

    /** Gives a batch back to be written again. */
    public void giveBack(Batch batch) {
        free.add(batch);
    }

    private void run(long firstStep) {
        int steps = steps(chosen.length, batchSize);
        try {
            for (long epoch = firstStep / steps, step = firstStep % steps; ; epoch++, step = 0) {
                var order = order(epoch);
                for (; step < steps; step++) {
                    var batch = free.take();
                    fill(batch, order, epoch, (int) step);
                    ready.put(batch);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | OutOfMemoryError e) {
            failure = e;
        }
    }

    private int[] order(long epoch) {
        return sampling.order(chosen, classes, Seeds.generator(Seeds.of(seed, (int) epoch, Seeds.Purpose.SPLIT)));
    }

    private void fill(Batch batch, int[] order, long epoch, int step) {
        var random =
                Seeds.generator(Seeds.of(Seeds.of(seed, (int) epoch, Seeds.Purpose.TRIAL), step, Seeds.Purpose.TRIAL));
        writer.fill(batch, Arrays.copyOfRange(order, step * batchSize, (step + 1) * batchSize), random);
    }

    @Override
    public void close() {
        thread.interrupt();
        // The batches' memory must not be freed under the thread that writes them, even when this one is interrupted.
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        all.forEach(Batch::close);
    }
}
