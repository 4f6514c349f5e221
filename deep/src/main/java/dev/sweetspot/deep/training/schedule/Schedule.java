package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.deep.option.Option;
import java.util.List;
import java.util.Optional;

/** How the learning rate goes over a training, after its warm-up: a factor. Pure in what it is asked. */
public interface Schedule extends Option<Schedule> {
    /**
     * The factor, from 0 to 1.
     *
     * @param progress how much of what follows the warm-up is done, from 0 to 1
     * @param losses what was measured after each epoch so far, small being good: on the validation part, or where there
     *     is none the training loss
     */
    double factor(double progress, List<Double> losses);

    /** Whether it goes by the losses at all. */
    default boolean followsLosses() {
        return false;
    }

    /** The factor as an expression of Python, of the progress p; empty where it follows losses. */
    default Optional<String> python() {
        return Optional.empty();
    }
}
