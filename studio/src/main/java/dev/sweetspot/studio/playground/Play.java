package dev.sweetspot.studio.playground;

import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.form.Form.MapForm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One playground: points and the networks that learn from them, in a thread of its own. It goes on only while somebody looks,
 * so that a page that was left costs nothing; and it ends when nobody has looked for some minutes. Any thread may say what is
 * wanted; the newest wish counts.
 */
public final class Play implements AutoCloseable {
    /** Whoever looks asks some times a second. */
    private static final long LOOKING = TimeUnit.SECONDS.toNanos(3);

    private static final long FORGOTTEN = TimeUnit.MINUTES.toNanos(10);

    /** A little more often than pages get it, so that what they get is new. */
    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(120);

    /** How long it computes before it looks whether something else is wanted. */
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(50);

    private static final double LONGEST_PAUSE_SECONDS = 0.2;

    /** More is not learnt from so few points; and a playground must not grow for ever. */
    static final double MOST_EPOCHS = 3000;

    private static final System.Logger LOG = System.getLogger(Play.class.getName());

    private final Runnable first;
    private final Thread thread;
    private final List<Learner> learners = new ArrayList<>();
    private final Orders orders;
    private volatile MapForm frame = PlayForms.loading();
    private volatile long lookedAt = System.nanoTime();
    private volatile boolean ended;
    private long framedAt = System.nanoTime() - FRAME;
    private double goal;
    private long tickedAt;

    /**
     * Begins.
     *
     * @param first what has to be done before the engine is loaded
     */
    Play(Choice choice, Runnable first) {
        this.first = first;
        this.orders = new Orders(choice);
        this.thread = new Thread(this::live, "sweetspot-playground");
        thread.setDaemon(true);
        thread.start();
    }

    /** Another choice: everything begins again with it. */
    public void choose(Choice choice) {
        orders.choose(choice);
    }

    /** Goes on, at a pace. */
    public void run(Pace pace) {
        orders.run(pace);
    }

    /** Stands still. */
    public void pause() {
        orders.pause();
    }

    /** So many epochs of all networks, and then stands still. */
    public void advance(int epochs) {
        orders.advance(epochs, 0);
    }

    /** One step of each network, and then stands still. */
    public void step() {
        orders.advance(0, 1);
    }

    /** What is chosen. */
    public Choice choice() {
        return orders.choice();
    }

    /** The newest picture of it. Whoever asks keeps it going. */
    public MapForm look() {
        lookedAt = System.nanoTime();
        orders.wake();
        return frame;
    }

    /** Whether it has ended, by itself or because it was closed. */
    boolean ended() {
        return ended;
    }

    /** Whether somebody has looked just now. */
    boolean watched() {
        return System.nanoTime() - lookedAt < LOOKING;
    }

    long lookedAt() {
        return lookedAt;
    }

    private void live() {
        try {
            first.run();
            Native.load();
            while (!orders.closed() && System.nanoTime() - lookedAt < FORGOTTEN) {
                turn();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.log(System.Logger.Level.WARNING, "a playground failed", e);
            frame = PlayForms.failed(String.valueOf(e.getMessage()));
        } finally {
            learners.forEach(Learner::close);
            ended = true;
        }
    }

    private void turn() throws InterruptedException {
        if (orders.takeChoice()) {
            begin();
        }
        int steps = orders.takeSteps();
        int epochs = orders.takeEpochs();
        for (int i = 0; i < steps; i++) {
            for (var learner : learners) {
                allow(learner.epochs() + 1.0 / learner.stepsPerEpoch());
                learner.step();
            }
            goal = reached();
        }
        if (epochs > 0) {
            allow(Math.floor(goal) + epochs);
            goTo(Math.floor(goal) + epochs);
        }
        boolean going = orders.running() && watched();
        if (going) {
            tick();
        }
        if (!going || steps > 0 || epochs > 0) {
            show();
            orders.await(going || orders.pending());
            tickedAt = System.nanoTime();
        } else if (System.nanoTime() - framedAt >= FRAME) {
            show();
        }
    }

    private void begin() {
        learners.forEach(Learner::close);
        learners.clear();
        var choice = orders.choice();
        var points = new ToyPoints(choice.toy());
        choice.wanted().forEach(wanted -> learners.add(new Learner(points, wanted)));
        goal = 0;
        tickedAt = System.nanoTime();
        show();
    }

    /** The least that all have done. */
    private double reached() {
        return learners.stream().mapToDouble(Learner::epochs).min().orElse(0);
    }

    private boolean done() {
        return learners.stream().allMatch(Learner::done);
    }

    /** Whoever asks for more when all was done gets more: the schedule is stretched. */
    private void allow(double epochs) {
        learners.forEach(learner -> learner.allow(Math.min(MOST_EPOCHS, epochs)));
    }

    private void tick() throws InterruptedException {
        long now = System.nanoTime();
        double rate = orders.pace().epochsASecond();
        if (Double.isInfinite(rate)) {
            while (!done() && System.nanoTime() - now < SLICE) {
                goTo(Math.floor(goal) + 1);
            }
        } else {
            goTo(goal + rate * Math.min(LONGEST_PAUSE_SECONDS, (now - tickedAt) / 1e9));
            TimeUnit.NANOSECONDS.sleep(Math.max(0, SLICE - (System.nanoTime() - now)));
        }
        tickedAt = now;
        if (done()) {
            orders.pause();
        }
    }

    private void goTo(double epochs) throws InterruptedException {
        goal = epochs;
        for (var learner : learners) {
            learner.goTo(epochs);
        }
    }

    private void show() {
        framedAt = System.nanoTime();
        frame = PlayForms.frame(orders.state(done()), orders.round(), learners);
    }

    /** Lets it end soon: the thread sees it between two slices. It is never interrupted, because it may be loading the engine. */
    void end() {
        orders.close();
    }

    /** Ends it, and waits a little for that. */
    @Override
    public void close() {
        end();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
