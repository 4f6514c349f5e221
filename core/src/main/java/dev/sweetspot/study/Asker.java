package dev.sweetspot.study;

import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Standing;
import java.util.Optional;

/** Finds out what a free worker is to do, and claims it for him. */
interface Asker {
    /**
     * Empty when another worker was first and the question has to be asked again.
     *
     * @param ending of this worker's last trial, which may still be on its way
     */
    Optional<Ask> once(Claim claim, Ending ending);

    /** What is said while people have paused or stopped the study. */
    static Optional<Ask> ordered(History history) {
        return history.order()
                .filter(order -> order.standing() != Standing.OPEN)
                .map(order -> new Ask.Finished(Orders.sentence(order)));
    }
}
