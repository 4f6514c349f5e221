package dev.sweetspot.samplers.tpe;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Untried;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Activity;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.density.Contrast;
import dev.sweetspot.surrogate.density.Ranking;
import dev.sweetspot.surrogate.time.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kegl 2011, NeurIPS 24): one density of the good
 * trials, one of the others; of several draws from the first, the one is proposed at which good trials are most frequent
 * compared with others. Their ratio grows with the expected improvement (equation 2 there).
 *
 * <p>Kernels are products over all parameters that a trial has; several objectives are ranked by dominated volume;
 * limits come before losses; with partial trainings the farthest fidelity with enough trials counts. See {@code
 * docs/ideas/tpe.md}.
 *
 * @param startup so many trials come first without a model, at least 1: the default configuration, then random ones
 * @param candidates so many draws are compared, at least 1; more follow the densities more greedily
 * @param good the share of the trials that is called good, above 0 and below 1
 * @param width the standard deviation of the kernels at one trial, as a share of a parameter's range, above 0 up to 1
 */
public record Tpe(int startup, int candidates, double good, double width) implements Sampler {
    /** Checks the ranges. */
    public Tpe {
        if (startup < 1) {
            throw new InvalidInputException("startup", startup, "must be at least 1", "5?");
        }
        if (candidates < 1) {
            throw new InvalidInputException("candidates", candidates, "must be at least 1", "64?");
        }
        if (!(good > 0 && good < 1)) {
            throw new InvalidInputException("good", good, "must be above 0 and below 1", "0.1?");
        }
        if (!(width > 0 && width <= 1)) {
            throw new InvalidInputException("width", width, "must be above 0 and at most 1", "0.1?");
        }
    }

    /** The defaults, chosen by measurement over many problems. */
    public Tpe() {
        this(5, 64, 0.1, 0.1);
    }

    @Override
    public String name() {
        return "tpe";
    }

    @Override
    public String help() {
        return "Looks where good trials are more frequent than others: fast, for every kind of space, also in parallel.";
    }

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        if (question.history().size() == 0) {
            return Encoding.of(question.space())
                    .defaults()
                    .<Proposal>map(
                            start -> new Proposal.Suggested(start, List.of("the default configuration, to begin with")))
                    .orElseGet(Proposal.Exhausted::new);
        }
        var evidence = Evidence.of(question);
        int seen = evidence.ended().size() + evidence.paused().size();
        if (seen < 2 || seen + evidence.pending().size() < startup) {
            return new RandomSearch().suggest(question, random);
        }
        var ranking = Ranking.of(evidence, startup, good);
        var activity = Activity.of(question.space());
        var contrast = Contrast.of(ranking, evidence.pending(), activity.columns(), width);
        var price = Price.of(question);
        var drawn = new ArrayList<Candidate>(candidates);
        for (int i = 0; i < candidates; i++) {
            activity.feasible(contrast.ofGood().draw(random), random)
                    .ifPresent(point -> drawn.add(new Candidate(point, contrast.score(point), price.at(point))));
        }
        drawn.sort(Comparator.comparingDouble(candidate -> -candidate.score - candidate.price));
        return firstUntried(drawn, question, random)
                .<Proposal>map(found -> new Proposal.Suggested(
                        found.configuration(),
                        reasons(question, ranking, evidence.pending().size(), found.score(), price)))
                .orElseGet(() -> new RandomSearch().suggest(question, random));
    }

    private static final class Candidate {
        private final double[] point;
        private final double score;
        private final double price;

        Candidate(double[] point, double score, double price) {
            this.point = point;
            this.score = score;
            this.price = price;
        }
    }

    private record Found(Configuration configuration, double score) {}

    private static Optional<Found> firstUntried(List<Candidate> drawn, Question question, RandomGenerator random) {
        var encoding = Encoding.of(question.space());
        var untried = Untried.of(question);
        for (var candidate : drawn) {
            var configuration = encoding.repair(candidate.point, random).filter(untried::contains);
            if (configuration.isPresent()) {
                return configuration.map(any -> new Found(any, candidate.score));
            }
        }
        return Optional.empty();
    }

    private static List<String> reasons(Question question, Ranking ranking, int running, double score, Price price) {
        var reasons = new ArrayList<String>();
        reasons.add(String.format(
                Locale.ROOT,
                "good trials are %.2g times as frequent here as others, by the densities of the best %d of %d trials and of the rest",
                StrictMath.exp(score),
                ranking.good().size(),
                ranking.good().size() + ranking.others().size() + running));
        if (ranking.kept() == 0) {
            reasons.add("no trial gave a result within all limits yet: those nearest to that count as good");
        }
        if (ranking.kept() > 0 && ranking.fidelity() < question.fidelity().most()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "trials are compared at %.4g %s",
                    ranking.fidelity(),
                    question.fidelity().unit()));
        }
        if (price.counts()) {
            reasons.add("weighed by the time that it is predicted to take");
        }
        return reasons;
    }
}
