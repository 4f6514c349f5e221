package dev.sweetspot.benchmarks.regret;

import java.util.List;

/**
 * One finished search.
 *
 * @param challenge what was searched
 * @param who searched
 * @param seed of the search
 * @param budget in trials, or in full trainings where trials have parts
 * @param course what came out
 * @param secondsPerTrial suggestion time, mean over the trials
 */
record Run(String challenge, String who, long seed, int budget, Course course, double secondsPerTrial) {
    /** The same under another name. */
    Run as(String other) {
        return new Run(challenge, other, seed, budget, course, secondsPerTrial);
    }

    /** What came out, as far as scores need it. */
    sealed interface Course {}

    /**
     * The losses of every trial in the order in which they ended; NaN for one that broke a limit.
     *
     * @param losses one array a trial
     */
    record Trials(List<double[]> losses) implements Course {
        Trials {
            losses = List.copyOf(losses);
        }
    }

    /**
     * The improvements over the epochs spent.
     *
     * @param spent epochs spent when the loss was reached, growing
     * @param best the best loss until then, falling
     * @param epochs spent in the whole run
     * @param most epochs of a full training
     */
    record Epochs(List<Integer> spent, List<Double> best, int epochs, int most) implements Course {
        Epochs {
            spent = List.copyOf(spent);
            best = List.copyOf(best);
        }
    }

    /**
     * What so many trials came to, and what they took.
     *
     * @param front the losses that no other ones beat in everything, of all epochs of all trials
     * @param epochs spent in all trials together
     * @param most epochs of a full training
     */
    record Spent(List<double[]> front, int epochs, int most) implements Course {
        Spent {
            front = List.copyOf(front);
        }
    }

    /** The share of the epochs of as many full trainings that a run has spent. */
    double shareSpent() {
        return course instanceof Spent spent ? spent.epochs() / (double) (budget * spent.most()) : 1;
    }
}
