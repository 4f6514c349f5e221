package dev.sweetspot.data.learner;

import java.util.List;

/**
 * How long a training was, and how long it was planned to be at each moment: its schedule follows the plan, so this is
 * what it takes to repeat a training whose plan followed a clock.
 *
 * @param steps how many steps were made, at least 0
 * @param plans what was planned from which step on, ascending; the first from step 0
 */
public record Course(long steps, List<Plan> plans) {
    /**
     * A planned length.
     *
     * @param step from this step on, at least 0
     * @param epochs how many epochs in all, above 0
     */
    public record Plan(long step, double epochs) {}

    /** Keeps a copy; checks the order. */
    public Course {
        plans = List.copyOf(plans);
        if (plans.isEmpty() || plans.get(0).step() != 0 || steps < 0) {
            throw new IllegalArgumentException("a course begins with a plan at step 0, and has no fewer than 0 steps");
        }
        for (int i = 1; i < plans.size(); i++) {
            if (plans.get(i).step() <= plans.get(i - 1).step()) {
                throw new IllegalArgumentException("plans are in ascending order of their steps");
            }
        }
    }

    /** The length planned at the end. */
    public double plannedEpochs() {
        return plans.get(plans.size() - 1).epochs();
    }
}
