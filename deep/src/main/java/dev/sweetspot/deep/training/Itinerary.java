package dev.sweetspot.deep.training;

import dev.sweetspot.data.learner.Course;
import java.util.ArrayList;
import java.util.List;

/** How far a training is, how far it is planned to go, and what was planned before. */
public final class Itinerary {
    private final int stepsPerEpoch;
    private final List<Course.Plan> plans = new ArrayList<>();
    private double plannedEpochs;
    private long step;

    /**
     * Begins, or goes on.
     *
     * @param step how many steps are done
     */
    public Itinerary(int stepsPerEpoch, long step, double plannedEpochs) {
        this.stepsPerEpoch = stepsPerEpoch;
        this.step = step;
        plan(plannedEpochs);
    }

    /** How many steps are done. */
    public long step() {
        return step;
    }

    /** One step more. */
    public void count() {
        step++;
    }

    /** How many epochs are done, in parts too. */
    public double epochs() {
        return (double) step / stepsPerEpoch;
    }

    /** How many epochs are planned. */
    public double plannedEpochs() {
        return plannedEpochs;
    }

    /** Whether an epoch has just ended. */
    public boolean betweenEpochs() {
        return step % stepsPerEpoch == 0;
    }

    /** How many steps an epoch has. */
    public int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** Plans another length, from the next step on. */
    public void plan(double epochs) {
        plannedEpochs = epochs;
        if (!plans.isEmpty() && plans.get(plans.size() - 1).step() == step) {
            plans.remove(plans.size() - 1);
        }
        if (plans.isEmpty() || plans.get(plans.size() - 1).epochs() != epochs) {
            plans.add(new Course.Plan(step, epochs));
        }
    }

    /**
     * How it went until now.
     *
     * @throws IllegalStateException where it went on from a snapshot, which does not say what was planned before
     */
    public Course course() {
        if (plans.get(0).step() > 0) {
            throw new IllegalStateException("this training began elsewhere");
        }
        return new Course(step, plans);
    }

    /**
     * Plans what a course planned at this step.
     *
     * @return how many steps there are to its next plan or its end; none where nothing is left to do
     */
    public int follow(Course course) {
        long next = course.steps();
        for (var plan : course.plans()) {
            if (plan.step() == step) {
                plan(plan.epochs());
            } else if (plan.step() > step) {
                next = Math.min(next, plan.step());
            }
        }
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, next - step));
    }

    /** Whether all that was planned is done. */
    public boolean finished() {
        return step >= planned();
    }

    private long planned() {
        return Math.round(plannedEpochs * stepsPerEpoch);
    }

    /** The step at which an advance ends: with the epoch, with what was planned, or after so many steps. */
    public long end(int mostSteps) {
        return Math.min(Math.min(planned(), (step / stepsPerEpoch + 1) * stepsPerEpoch), step + mostSteps);
    }

    /** How much of what is planned is done, from 0 to 1. */
    public double progress() {
        return step / Math.max(1, plannedEpochs * stepsPerEpoch);
    }
}
