package dev.sweetspot.samplers.forest;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Untried;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Activity;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.surrogate.density.Contrast;
import dev.sweetspot.surrogate.density.Ranking;
import dev.sweetspot.surrogate.time.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Sequential model-based search with a regression forest (SMAC: Hutter, Hoos and Leyton-Brown 2011, LION 5; Lindauer et al.
 * 2022, Journal of Machine Learning Research 23), made smooth by densities: of many places, the one is proposed at which the
 * expected improvement by the forest, times how much more frequent good trials are there than others, is highest. One of three
 * proposals follows the densities alone, in case the forest is wrong. See {@code docs/ideas/forest.md}.
 *
 * @param startup so many trials come first without a model, at least 1: the default configuration, then random ones
 * @param candidates so many places are compared, at least 1: two of seven are drawn near good trials, the others anywhere
 */
public record Forest(int startup, int candidates) implements Sampler {
    private static final double GOOD = 0.1;
    private static final double WIDTH = 0.1;

    /** The share of the proposals that follow the densities alone, and how many draws are compared for these. */
    private static final double BY_DENSITIES = 1.0 / 3;

    private static final int FEW = 64;

    /** Checks the ranges. */
    public Forest {
        if (startup < 1) {
            throw new InvalidInputException("startup", startup, "must be at least 1", "8?");
        }
        if (candidates < 1) {
            throw new InvalidInputException("candidates", candidates, "must be at least 1", "700?");
        }
    }

    /** The defaults, chosen by measurement over many problems. */
    public Forest() {
        this(8, 700);
    }

    @Override
    public String name() {
        return "forest";
    }

    @Override
    public String help() {
        return "Learns by a forest of decision trees: for large spaces with many choices and conditions.";
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
        var activity = Activity.of(question.space());
        var ranking = Attention.of(Ranking.of(evidence, startup, GOOD), random);
        var all = new ArrayList<>(ranking.good());
        all.addAll(ranking.others());
        var measured = all.stream().filter(Observation::measured).toList();
        var scores = Scores.of(measured, question.problem(), ranking, random);
        var promise = Promise.of(activity, measured, scores, all, evidence.pending(), random);
        var contrast = Contrast.of(ranking, evidence.pending(), activity.columns(), WIDTH);
        boolean byDensities = random.nextDouble() < BY_DENSITIES;
        var places = byDensities
                ? places(FEW, FEW, activity, contrast, random, point -> StrictMath.log(promise.chance(point)))
                : places(candidates, 2 * candidates / 7, activity, contrast, random, promise::score);
        var price = Price.of(question);
        if (price.counts()) {
            places.replaceAll(place -> new Place(place.point, place.score + price.at(place.point)));
        }
        places.sort(Comparator.comparingDouble(place -> -place.score));
        var encoding = Encoding.of(question.space());
        var untried = Untried.of(question);
        for (var place : places) {
            var configuration = encoding.repair(place.point, random).filter(untried::contains);
            if (configuration.isPresent()) {
                return new Proposal.Suggested(
                        configuration.get(),
                        reasons(place.point, promise, byDensities, measured.size(), seen - all.size(), price));
            }
        }
        return new RandomSearch().suggest(question, random);
    }

    /** Places with their scores: so many of them near good trials. */
    private static List<Place> places(
            int number,
            int nearGood,
            Activity activity,
            Contrast contrast,
            RandomGenerator random,
            ToDoubleFunction<double[]> promise) {
        var places = new ArrayList<Place>(number);
        for (int i = 0; i < number; i++) {
            var full = i < nearGood
                    ? contrast.ofGood().draw(random)
                    : random.doubles(activity.columns().size()).toArray();
            activity.feasible(full, random)
                    .ifPresent(point ->
                            places.add(new Place(point, promise.applyAsDouble(point) + contrast.score(point))));
        }
        return places;
    }

    private static final class Place {
        private final double[] point;
        private final double score;

        Place(double[] point, double score) {
            this.point = point;
            this.score = score;
        }
    }

    private static List<String> reasons(
            double[] point, Promise promise, boolean byDensities, int trials, int left, Price price) {
        var reasons = new ArrayList<String>();
        reasons.add(String.format(
                Locale.ROOT,
                "a forest over %d trials gives it a chance of %.0f %% to beat the best of them",
                trials,
                100 * promise.chanceOfImprovement(point)));
        if (byDensities) {
            reasons.add("chosen by where good trials are more frequent than others, in case the forest is wrong");
        }
        double chance = promise.chance(point);
        if (chance < 1) {
            reasons.add(
                    String.format(Locale.ROOT, "and one of %.0f %% to give a result within all limits", 100 * chance));
        }
        if (price.counts()) {
            reasons.add("weighed by the time that it is predicted to take");
        }
        if (left > 0) {
            reasons.add(String.format(
                    Locale.ROOT, "%d of the trials that were not among the best were not looked at", left));
        }
        return reasons;
    }
}
