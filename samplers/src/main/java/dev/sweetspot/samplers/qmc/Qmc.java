package dev.sweetspot.samplers.qmc;

import dev.sweetspot.math.sequence.Halton;
import dev.sweetspot.math.sequence.Sequence;
import dev.sweetspot.math.sequence.Sobol;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Untried;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Trial n gets point n of a scrambled sequence that fills the unit cube evenly (Bergstra and Bengio 2012, JMLR 13,
 * section 2.4; Owen 1995). The scrambling is seeded by the first trial that a sampler proposed, so that it is a function of
 * the history. Where a point breaks a relation, other scramblings of the same sequence are asked, at last a plain draw.
 *
 * @param sequence which one
 */
public record Qmc(Kind sequence) implements Sampler {
    private static final int SCRAMBLINGS = 20;

    /** The sequences. */
    public enum Kind {
        /** The best for most spaces. */
        SOBOL,
        /** As good in few dimensions, and without favour for powers of two. */
        HALTON
    }

    /** Sobol. */
    public Qmc() {
        this(Kind.SOBOL);
    }

    @Override
    public String name() {
        return "qmc";
    }

    @Override
    public String help() {
        return "Fills the space evenly, without learning: better than random, and good with very many workers.";
    }

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        var encoding = Encoding.of(question.space());
        var untried = Untried.of(question);
        var trials = question.history().trials();
        if (trials.isEmpty()) {
            return answer(untried.draw(random), "the first point, from which the others follow");
        }
        long seed = seed(trials, encoding);
        for (int scrambling = 0; scrambling < SCRAMBLINGS; scrambling++) {
            var point = encoding.opened(point(encoding.dimensions(), seed + scrambling, trials.size()));
            var configuration = encoding.decode(point);
            if (configuration.isPresent()) {
                return answer(
                        untried.contains(configuration.get()) ? configuration : untried.near(point, random),
                        "point " + trials.size() + " of a scrambled " + word() + " sequence");
            }
        }
        return answer(
                untried.draw(random),
                "drawn at random, as point " + trials.size() + " of the sequence breaks a relation");
    }

    private String word() {
        return sequence == Kind.SOBOL ? "Sobol" : "Halton";
    }

    private double[] point(int dimensions, long seed, long index) {
        if (dimensions == 0) {
            return new double[0];
        }
        return sequence(dimensions, seed).point(index);
    }

    /** Beyond the dimensions of Sobol there is Halton, whose scrambling is then little more than chance. */
    private Sequence sequence(int dimensions, long seed) {
        return sequence == Kind.SOBOL && dimensions <= Sobol.MOST_DIMENSIONS
                ? Sobol.scrambled(dimensions, seed)
                : Halton.scrambled(dimensions, seed);
    }

    /** Of the first trial that has a seed; where none has, of the first. Its point counts too. */
    private static long seed(List<Trial> trials, Encoding encoding) {
        var first = trials.stream()
                .filter(trial -> trial.origin().seed() != 0)
                .findFirst()
                .orElse(trials.get(0));
        long seed = first.origin().seed();
        for (double coordinate : encoding.encode(first.configuration())) {
            seed = seed * 0x9e3779b97f4a7c15L + Double.doubleToLongBits(coordinate);
            seed ^= seed >>> 29;
        }
        return seed;
    }

    private static Proposal answer(Optional<Configuration> configuration, String reason) {
        return configuration
                .<Proposal>map(chosen -> new Proposal.Suggested(chosen, List.of(reason)))
                .orElseGet(Proposal.Exhausted::new);
    }
}
