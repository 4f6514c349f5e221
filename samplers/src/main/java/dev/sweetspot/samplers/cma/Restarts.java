package dev.sweetspot.samplers.cma;

import dev.sweetspot.math.sequence.Sobol;

/** What happens when a run of the strategy has converged or stands still. Immutable. */
final class Restarts {
    /** How the next run begins. */
    record Run(int size, double step, boolean small) {}

    private final Cma.Restart regime;
    private final int usual;
    private final double step;
    private final Sobol lots;
    private final int count;
    private final int largest;
    private final long inLarge;
    private final long inSmall;

    private Restarts(
            Cma.Restart regime,
            int usual,
            double step,
            Sobol lots,
            int count,
            int largest,
            long inLarge,
            long inSmall) {
        this.regime = regime;
        this.usual = usual;
        this.step = step;
        this.lots = lots;
        this.count = count;
        this.largest = largest;
        this.inLarge = inLarge;
        this.inSmall = inSmall;
    }

    /**
     * Before the first run.
     *
     * @param usual trials a generation
     * @param step the first step size
     * @param seed of what is drawn at restarts
     */
    static Restarts before(Cma.Restart regime, int usual, double step, long seed) {
        return new Restarts(regime, usual, step, Sobol.scrambled(2, seed), 0, usual, 0, 0);
    }

    boolean allowed() {
        return regime != Cma.Restart.NONE;
    }

    int count() {
        return count;
    }

    /** After a run that took so many trials. */
    Restarts after(Run run, long trials) {
        return new Restarts(
                regime,
                usual,
                step,
                lots,
                count + 1,
                run.small() ? largest : run.size(),
                inLarge + (run.small() ? 0 : trials),
                inSmall + (run.small() ? trials : 0));
    }

    Run next() {
        if (count == 0) {
            return new Run(usual, step, false);
        }
        if (regime == Cma.Restart.BIPOP && inSmall < inLarge) {
            var lot = lots.point(count);
            double size = usual * Math.pow(0.5 * largest / usual, lot[0] * lot[0]);
            return new Run(Math.max(usual, (int) size), step * Math.pow(10, -2 * lot[1]), true);
        }
        // So many a generation that more would never be told from chance in a search of trainings.
        return new Run(Math.min(2 * largest, 1 << 10), step, false);
    }
}
