package dev.sweetspot.samplers.nsga;

import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import java.util.random.RandomGenerator;

/**
 * NSGA-III (Deb and Jain 2014, IEEE Transactions on Evolutionary Computation 18): as {@link Nsga2}, but among trials of one
 * rank those are kept that lie nearest to directions spread evenly over the front. For four objectives and more, where
 * nearly all trials are of one rank.
 *
 * @param population the most parents, at least 4; there are as many directions, or as many as fit an even grid
 * @param crossover how often numbers of two parents are crossed, 0 to 1
 * @param crossoverIndex eta_c, above 0: the larger, the nearer children stay to their parents
 * @param mutationIndex eta_m, above 0: the larger, the smaller mutations are
 */
public record Nsga3(int population, double crossover, double crossoverIndex, double mutationIndex) implements Sampler {
    /** 50 parents; smaller indices than the paper's 20, as searches have hundreds of trials and not tens of thousands. */
    public Nsga3() {
        this(50, 0.9, 2, 5);
    }

    /** Checks the ranges. */
    public Nsga3 {
        Nsga2.check(population, crossover, crossoverIndex, mutationIndex);
    }

    @Override
    public String name() {
        return "nsga3";
    }

    @Override
    public String help() {
        return "Breeds from the best trials, spread along directions: for four objectives and more.";
    }

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        var genes = new Genes(question.space(), crossover, crossoverIndex, mutationIndex);
        var directions = Directions.of(question.objectives().size(), population);
        return Generation.next(question, genes, population, directions::keep, random);
    }
}
