package dev.sweetspot.studio.playground;

/** What is wanted of a playground, said by any thread and followed by one. */
final class Orders {
    private static final long REST_MILLIS = 1_000;

    private Choice choice;
    private boolean chosen = true;
    private int round;
    private boolean running;
    private Pace pace = Pace.USUAL;
    private int epochs;
    private int steps;
    private boolean woken;
    private boolean closed;

    Orders(Choice choice) {
        this.choice = choice;
    }

    synchronized void choose(Choice wanted) {
        choice = wanted;
        chosen = true;
        round++;
        epochs = 0;
        steps = 0;
        notifyAll();
    }

    synchronized void run(Pace wanted) {
        running = true;
        pace = wanted;
        notifyAll();
    }

    synchronized void pause() {
        running = false;
        notifyAll();
    }

    synchronized void advance(int moreEpochs, int moreSteps) {
        running = false;
        // Who presses quickly means each press; who holds the key does not order a day's work.
        epochs = Math.min(20, epochs + moreEpochs);
        steps = Math.min(20, steps + moreSteps);
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Somebody looks: what waited for that goes on. */
    synchronized void wake() {
        if (running && !woken) {
            woken = true;
            notifyAll();
        }
    }

    /** Rests until something is wanted, or a while. */
    @SuppressWarnings("WaitNotInLoop") // who wakes for nothing looks around, and rests again
    synchronized void await(boolean atOnce) throws InterruptedException {
        if (!atOnce && !closed && !chosen && !woken) {
            wait(REST_MILLIS);
        }
        woken = false;
    }

    synchronized boolean pending() {
        return chosen || epochs > 0 || steps > 0;
    }

    synchronized boolean takeChoice() {
        boolean was = chosen;
        chosen = false;
        return was;
    }

    synchronized int takeEpochs() {
        int was = epochs;
        epochs = 0;
        return was;
    }

    synchronized int takeSteps() {
        int was = steps;
        steps = 0;
        return was;
    }

    synchronized Choice choice() {
        return choice;
    }

    /** How often something else was chosen. */
    synchronized int round() {
        return round;
    }

    synchronized boolean running() {
        return running;
    }

    synchronized Pace pace() {
        return pace;
    }

    synchronized boolean closed() {
        return closed;
    }

    /** "running", "paused" or "finished". */
    synchronized String state(boolean done) {
        return running && !done ? "running" : done ? "finished" : "paused";
    }
}
