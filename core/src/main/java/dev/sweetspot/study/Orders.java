package dev.sweetspot.study;

import dev.sweetspot.store.StudyGone;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Standing;
import java.time.Duration;

/** Looks now and then whether the study is still to be worked on, while a run of it lasts. */
final class Orders {
    /** An order is obeyed within two seconds, of which a trial needs some to notice. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(Orders.class.getName());

    private final Study study;
    private final Halt halt;

    private Orders(Study study, Halt halt) {
        this.study = study;
        this.halt = halt;
    }

    /** Calls the halt when the study is paused or stopped, until this is closed. */
    static Renewal watched(Study study, Halt halt) {
        var orders = new Orders(study, halt);
        var thread = new Thread(orders::watch, "sweetspot-orders");
        thread.setDaemon(true);
        thread.start();
        return thread::interrupt;
    }

    /** "the study was paused: by hand". */
    static String sentence(Event.Ordered order) {
        return "the study was " + order.standing().word() + ": " + order.reason();
    }

    private void watch() {
        while (!halt.called()) {
            try {
                Thread.sleep(EVERY.toMillis());
                study.refresh()
                        .order()
                        .filter(order -> order.standing() != Standing.OPEN)
                        .ifPresent(order -> halt.because(sentence(order)));
            } catch (InterruptedException closed) {
                return;
            } catch (StudyGone deleted) {
                halt.because("the study was deleted");
            } catch (RuntimeException | OutOfMemoryError e) {
                // The next round tries again; a store that is gone for good is noticed by whoever tells something.
                LOG.log(System.Logger.Level.DEBUG, "could not look for orders", e);
            }
        }
    }
}
