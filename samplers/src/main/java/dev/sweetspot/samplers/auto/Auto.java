package dev.sweetspot.samplers.auto;

import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.samplers.gp.GaussianProcessSearch;
import dev.sweetspot.samplers.tpe.Tpe;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The default: chooses a sampler for each trial, and says why.
 *
 * <p>Gaussian processes find most with few trials, where they predict well; Parzen estimators look at the good trials
 * alone, so that they go where a process sees nothing, cost next to nothing and do not tire with size. So every search has
 * both: the first trials are the process's, then the worse it predicts trials that it has not seen, the more the others
 * are asked.
 */
public record Auto() implements Sampler {
    /** Before so many trials there is too little for densities of good and bad ones. */
    private static final int FIRST = 25;
    /** From so many on, the process looks at a part of the trials only. */
    private static final int MANY = 500;
    /** With so many at once, what matters is that they differ. */
    private static final int CROWD = 32;
    /** The volume of so many objectives is too costly to be expected. */
    private static final int OBJECTIVES = 4;

    /** With so many trials in all and each of them short, the search must not take longer than they do. */
    private static final int LONG_WAY = 1_000;
    /** What a proposal of the process takes once there are some hundred trials; the other workers wait for it. */
    private static final double SECONDS = 0.05;
    /** What it may take of a trial's own time is one part in so many. */
    private static final int PARTS_OF_A_TRIAL = 20;
    /** So many of the latest trials say how long they take. */
    private static final int LATEST = 32;

    private static final double LEAST = 0.3;
    private static final double MOST = 0.6;
    /** Of several objectives the process sees the gap in the front that densities of good trials do not. */
    private static final double SEVERAL = 0.3;

    /** Of partial trainings the process knows how far each came; densities compare what reached the same. */
    private static final double PARTS = 0.3;

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String help() {
        return "Looks at the space, the means and the results so far and chooses for each trial: the default.";
    }

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        var choice = choose(question, random);
        if (!(choice.sampler().suggest(question, random) instanceof Proposal.Suggested suggested)) {
            return new Proposal.Exhausted();
        }
        var reasons = new ArrayList<String>();
        reasons.add(choice.sampler().name() + ": " + choice.reason());
        reasons.addAll(suggested.reasons());
        return new Proposal.Suggested(suggested.configuration(), reasons);
    }

    private record Choice(Sampler sampler, String reason) {}

    private static Choice choose(Question question, RandomGenerator random) {
        int trials = question.history().size();
        if (question.objectives().size() >= OBJECTIVES) {
            return new Choice(new Tpe(), "it can weigh " + question.objectives().size() + " objectives");
        }
        if (isHurried(question)) {
            return new Choice(new Tpe(), "it is quick, as a search of so many trials as short as these needs it");
        }
        if (trials < FIRST && question.means().parallelism() < CROWD) {
            return new Choice(new GaussianProcessSearch(), "it learns most from few trials");
        }
        if (question.means().parallelism() >= CROWD && random.nextDouble() < 0.75) {
            return new Choice(
                    new Tpe(), "its proposals differ, as " + question.means().parallelism() + " at once should");
        }
        if (trials >= MANY && random.nextDouble() < 0.75) {
            return new Choice(new Tpe(), "it looks at all of " + trials + " trials");
        }
        var skill = GaussianProcessSearch.skill(question);
        double share =
                skill.isPresent() ? MOST - (MOST - LEAST) * Math.max(0, Math.min(1, skill.getAsDouble())) : LEAST;
        if (question.objectives().size() > 1) {
            share *= SEVERAL;
        }
        if (question.fidelity().most() > question.fidelity().least()) {
            share *= PARTS;
        }
        var told = skill.isPresent()
                ? "the Gaussian process orders trials that it has not seen with a rank correlation of "
                        + String.format(Locale.ROOT, "%.2f", skill.getAsDouble())
                : "the Gaussian process has too few results to be judged";
        var asked = String.format(
                Locale.ROOT, "%.0f of 100 proposals come from the densities of good and bad trials", 100 * share);
        return random.nextDouble() < share
                ? new Choice(new Tpe(), asked + ", since " + told)
                : new Choice(new GaussianProcessSearch(), told);
    }

    /** Where a clock cannot be asked all trials took no time, and none is called short. */
    private static boolean isHurried(Question question) {
        var left = question.means().trialsLeft();
        var trials = question.history().trials();
        if (left.isEmpty() || trials.size() + left.getAsInt() < LONG_WAY) {
            return false;
        }
        double seconds = trials.subList(Math.max(0, trials.size() - LATEST), trials.size()).stream()
                .filter(Trial::completed)
                .mapToDouble(Trial::seconds)
                .average()
                .orElse(0);
        return seconds > 0
                && seconds < SECONDS * (PARTS_OF_A_TRIAL + question.means().parallelism());
    }
}
