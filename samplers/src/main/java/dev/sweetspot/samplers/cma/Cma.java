package dev.sweetspot.samplers.cma;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Untried;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * CMA-ES (Hansen 2016, arXiv:1604.00772): a normal distribution over the unit cube that moves towards the better half of
 * each generation and learns which parameters go together; with a margin for whole numbers (Hamano et al. 2022), a
 * categorical distribution for choices (CatCMA: Hamano et al. 2024), and restarts.
 *
 * <p>The state is a function of the trials that have a result, in the order in which they were asked for: every so many are
 * a generation, wherever they came from. So it waits for no running trial, and learns from other samplers' trials.
 *
 * @param population trials a generation, at least 4; 0 for 4 + 3 ln n with n coordinates
 * @param step the first step size, in widths of the ranges, above 0, at most 1
 * @param restarts what happens when a run has converged
 */
public record Cma(int population, double step, Restart restarts) implements Sampler {
    /** What happens when a run has converged or stands still. */
    public enum Restart {
        /** It goes on. */
        NONE,
        /** From elsewhere with twice as many trials a generation (Auger and Hansen 2005, CEC). */
        IPOP,
        /**
         * From elsewhere, with twice as many trials a generation or with few and a small step, whichever of the two ways
         * has used fewer trials (Hansen 2009, GECCO workshop on black-box optimisation).
         */
        BIPOP
    }

    /** Sizes by formula, a first step of 0.3 of the ranges, restarts of both kinds. */
    public Cma() {
        this(0, 0.3, Restart.BIPOP);
    }

    /** Checks the ranges. */
    public Cma {
        if (population != 0 && population < 4) {
            throw new InvalidInputException("population", population, "must be at least 4, or 0 for a formula", "0?");
        }
        if (!(step > 0 && step <= 1)) {
            throw new InvalidInputException("step", step, "must be above 0 and at most 1", "0.3?");
        }
    }

    @Override
    public String name() {
        return "cma";
    }

    @Override
    public String help() {
        return "CMA-ES: for numbers that depend on each other, with many hundreds of trials.";
    }

    /** How far the first trials were taken in, with which settings. */
    private record Kept(Cma settings, Evolution evolution) {}

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        var results = results(Evidence.of(question));
        int settled = settled(results);
        var evolution = question.memory()
                .recall(Cma.class, Kept.class)
                .filter(kept -> kept.settings.equals(this)
                        && kept.evolution.isOf(question.problem())
                        && kept.evolution.consumed() <= settled)
                .map(kept -> kept.evolution.copy())
                .orElseGet(() -> start(question));
        evolution.take(results.subList(0, settled));
        if (evolution.consumed() > 0) {
            // Before the first generation the seed may still be that of no trial.
            question.memory().keep(Cma.class, new Kept(this, evolution));
        }
        if (results.size() > settled) {
            evolution = evolution.copy();
            evolution.take(results);
        }
        var reason = evolution.inWords();
        return Untried.of(question)
                .near(evolution.draw(random), random)
                .<Proposal>map(configuration -> new Proposal.Suggested(configuration, List.of(reason)))
                .orElseGet(Proposal.Exhausted::new);
    }

    /** All that gave a result, in the order in which they were asked for. */
    private static List<Observation> results(Evidence evidence) {
        var results = new ArrayList<>(evidence.ended());
        results.addAll(evidence.paused());
        results.sort(Comparator.comparingInt(result -> result.trial().number()));
        return results;
    }

    /** How many of the first trials have all ended: nothing before them can change any more. */
    private static int settled(List<Observation> results) {
        int settled = 0;
        while (settled < results.size()
                && results.get(settled).trial().number() == settled
                && results.get(settled).trial().outcome().isPresent()) {
            settled++;
        }
        return settled;
    }

    private Evolution start(Question question) {
        var layout = new Layout(question.space());
        long seed = question.history().size() == 0
                ? 0
                : question.history().trial(0).origin().seed();
        int size = population == 0 ? Strategy.usualSize(layout.coordinates()) : population;
        var encoding = Encoding.of(question.space());
        var mean = layout.numeric(encoding.defaults().map(encoding::encode).orElseGet(() -> {
            var middle = new double[encoding.dimensions()];
            Arrays.fill(middle, 0.5);
            return middle;
        }));
        return new Evolution(question.problem(), layout, mean, Restarts.before(restarts, size, step, seed), seed);
    }
}
