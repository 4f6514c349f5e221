package dev.sweetspot.samplers.nsga;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import java.util.random.RandomGenerator;

/**
 * NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002, IEEE Transactions on Evolutionary Computation 6): parents are the best
 * trials by rank of non-domination, among equals those with most space around them.
 *
 * @param population the most parents, at least 4
 * @param crossover how often numbers of two parents are crossed, 0 to 1
 * @param crossoverIndex eta_c, above 0: the larger, the nearer children stay to their parents
 * @param mutationIndex eta_m, above 0: the larger, the smaller mutations are
 */
public record Nsga2(int population, double crossover, double crossoverIndex, double mutationIndex) implements Sampler {
    /** 50 parents; smaller indices than the paper's 20, as searches have hundreds of trials and not tens of thousands. */
    public Nsga2() {
        this(50, 0.9, 2, 5);
    }

    /** Checks the ranges. */
    public Nsga2 {
        check(population, crossover, crossoverIndex, mutationIndex);
    }

    static void check(int population, double crossover, double crossoverIndex, double mutationIndex) {
        if (population < 4) {
            throw new InvalidInputException("population", population, "must be at least 4", "50?");
        }
        if (!(crossover >= 0 && crossover <= 1)) {
            throw new InvalidInputException("crossover", crossover, "must be from 0 to 1", "0.9?");
        }
        if (!(crossoverIndex > 0 && Double.isFinite(crossoverIndex))) {
            throw new InvalidInputException("crossoverIndex", crossoverIndex, "must be above 0", "5?");
        }
        if (!(mutationIndex > 0 && Double.isFinite(mutationIndex))) {
            throw new InvalidInputException("mutationIndex", mutationIndex, "must be above 0", "5?");
        }
    }

    @Override
    public String name() {
        return "nsga2";
    }

    @Override
    public String help() {
        return "Breeds from the best trials: for two or three objectives and many hundreds of trials.";
    }

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        var genes = new Genes(question.space(), crossover, crossoverIndex, mutationIndex);
        return Generation.next(question, genes, population, (safe, last, room) -> Spaces.widest(last, room), random);
    }
}
