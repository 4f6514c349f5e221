package dev.sweetspot.sampler;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Says how much better the best trial of a study can still become: what a study that ends by {@code Budget.Gain} asks. One
 * class an algorithm, its name in {@code META-INF/services}.
 *
 * <p><b>Pure in its arguments</b>, as a sampler is: the same question and the same generator give the same bound. Only the
 * trials that ended first are looked at, so that what was said once is said again of every longer history.
 */
public interface GainForecast {
    /**
     * A bound on the further gain: with the stated confidence, the best of {@code more} further trials is not better than
     * the best of the first {@code ended} ones by more than this.
     *
     * @param question one objective; its history has at least {@code ended} trials that have ended
     * @param ended how many of the trials that ended first are looked at
     * @param more how many trials would follow, at least 1
     * @param confidence above 0.5 and below 1
     * @param random the generator of this bound
     * @return in units of the objective, at least 0; empty while too little is known
     */
    OptionalDouble bound(Question question, int ended, int more, double confidence, RandomGenerator random);

    /**
     * After how many ended trials a study asks: from ten on, and each time there are a tenth more, so that the cost of asking
     * is spread over the trials in between.
     *
     * @param most how many have ended
     */
    static IntStream sizes(int most) {
        return IntStream.iterate(10, size -> size <= most, size -> size + Math.max(1, size / 10));
    }
}
