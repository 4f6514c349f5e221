package dev.sweetspot.data.learner;

import java.util.List;

/**
 * How long a training was, and how long it was planned to be at each moment: its schedule follows the plan, so this is
 * what it takes to repeat a training whose plan followed a clock.
 *
 * @param steps how many steps were made, at least 0
 * @param plans what was planned from which step on, ascending; the first from step 0
 * @param members how many networks were trained so, one after another, each from a seed of its own; at least 1
 */
public record Course(long steps, List<Plan> plans, int members) {
    /** Of one network. */
    public Course(long steps, List<Plan> plans) {
        this(steps, plans, 1);
    }

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
        if (members < 1) {
            throw new IllegalArgumentException("at least one network follows a course");
        }
        if (plans.isEmpty() || plans.get(0).step() != 0 || steps < 0) {
            throw new IllegalArgumentException("a course begins with a plan at step 0, and has no fewer than 0 steps");
        }
        for (int i = 1; i < plans.size(); i++) {
            if (plans.get(i).step() <= plans.get(i - 1).step()) {
                throw new IllegalArgumentException("plans are in ascending order of their steps");
            }
        }
    }

    /** The same, followed by so many networks. */
    public Course of(int networks) {
        return new Course(steps, plans, networks);
    }

    /** The length planned at the end. */
    public double plannedEpochs() {
        return plans.get(plans.size() - 1).epochs();
    }
}
