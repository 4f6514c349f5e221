package dev.sweetspot.samplers.gp;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Untried;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.BelievedDensity;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.surrogate.StatedDefault;
import dev.sweetspot.surrogate.time.Price;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Bayesian optimisation with Gaussian processes: the next trial is where the expected improvement is largest, times the
 * probability that all limits are kept and the trial does not fail, over its time where a clock ends the search.
 *
 * @param startup how many trials are spread over the space before the model is asked; 0 for a number that suits the space
 */
public record GaussianProcessSearch(int startup) implements Sampler {
    private static final int FEWEST_FOR_SKILL = 10;
    private static final int FIRST_OF_EARLIER = 4;
    private static final int FEWEST_FIRST = 4;
    private static final double FIRST_SHARE_OF_TIME = 0.15;
    private static final int DRAWS = 30;
    private static final int BEGINNINGS = 2;
    private static final double FIRST_SHARE = 0.25;

    /** Chooses the number of first trials by the space. */
    public GaussianProcessSearch() {
        this(0);
    }

    /** Checks the range. */
    public GaussianProcessSearch {
        if (startup < 0) {
            throw new InvalidInputException("startup", startup, "must be at least 0", "10?");
        }
    }

    @Override
    public String name() {
        return "gp";
    }

    @Override
    public String help() {
        return "Models what trials give by Gaussian processes: the fewest trials, for up to some hundreds of them.";
    }

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        var encoding = Encoding.of(question.space());
        var columns = Columns.of(question.space());
        var untried = Untried.of(question);
        var evidence = Evidence.of(question);
        var earlier = Earlier.of(question, encoding, columns, random);
        var believed = BelievedDensity.of(encoding, question.knowledge().beliefs());
        var proven = proven(earlier, evidence);
        int design = proven.any() ? FIRST_OF_EARLIER : design(question, columns, evidence);
        boolean beginning = question.history().size() < design && !firstTrialsTookLong(question, evidence);
        if (beginning || measured(evidence) < 2) {
            return first(question, encoding, columns, earlier, believed, random)
                    .orElseGet(() -> new RandomSearch().suggest(question, random));
        }
        return new Outlook(question, evidence, columns, proven, believed, random)
                .best(encoding, untried::contains)
                .orElseGet(() -> new RandomSearch().suggest(question, random));
    }

    /** How many trials say something of the objective: those that were put aside do so as well. */
    private static long measured(Evidence evidence) {
        return Stream.concat(evidence.ended().stream(), evidence.paused().stream())
                .filter(Observation::measured)
                .count();
    }

    /** Where a clock ends the search, a few slow trials could take most of the time before anything is asked of them. */
    private static boolean firstTrialsTookLong(Question question, Evidence evidence) {
        return question.means().secondsLeft().isPresent()
                && question.means().budgetLeft().orElse(1) < 1 - FIRST_SHARE_OF_TIME
                && evidence.measured().size() >= FEWEST_FIRST;
    }

    private static Earlier proven(Earlier earlier, Evidence evidence) {
        var measured = evidence.measured();
        return earlier.proven(
                measured.stream().map(Observation::point).toArray(double[][]::new),
                measured.stream().mapToDouble(each -> each.losses()[0]).toArray());
    }

    /**
     * Every other one of the first four is what earlier studies found good, so that it shows beside the others whether
     * they speak of the same; in the same way every other one is as believed. The rest lie far from all others.
     */
    private static Optional<Proposal> first(
            Question question,
            Encoding encoding,
            Columns columns,
            Earlier earlier,
            BelievedDensity believed,
            RandomGenerator random) {
        var untried = Untried.of(question);
        var points = question.history().trials().stream()
                .map(trial -> encoding.encode(trial.configuration()))
                .toList();
        if (earlier.any() && points.size() < FIRST_OF_EARLIER && points.size() % 2 == 0) {
            var good = earlier.first(encoding, points, untried::contains);
            if (good.isPresent()) {
                return Optional.of(new Proposal.Suggested(good.get(), List.of("earlier studies expect most of it")));
            }
        }
        if (points.isEmpty() && !believed.any()) {
            var standard = StatedDefault.of(encoding);
            if (standard.isPresent()) {
                return standard.map(one -> new Proposal.Suggested(
                        one, List.of("the default configuration: whoever chose the ranges expects something of it")));
            }
        }
        var spread = new Spread(encoding, columns, Price.of(question));
        if (believed.any() && points.size() % 2 == 0) {
            return believed(encoding, believed, untried, random)
                    .map(one -> new Proposal.Suggested(
                            one, List.of("one of the first trials, as it is believed to be good")));
        }
        return spread.next(points, untried::contains, () -> encoding.draw(random))
                .map(one -> new Proposal.Suggested(one, List.of("one of the first trials, far from all others")));
    }

    /** A plain draw: the one of many that is far from all others would be the one that is least as believed. */
    private static Optional<Configuration> believed(
            Encoding encoding, BelievedDensity believed, Untried untried, RandomGenerator random) {
        return Stream.generate(() -> believed.draw(encoding, random))
                .limit(DRAWS)
                .flatMap(Optional::stream)
                .filter(untried::contains)
                .findFirst();
    }

    /**
     * How well Gaussian processes order trials that they have not seen: the rank correlation of losses with what all other
     * trials predict for them, from -1 to 1; of several objectives the mean. Empty before there are ten results.
     */
    public static OptionalDouble skill(Question question) {
        var evidence = Evidence.of(question);
        var measured = evidence.measured();
        if (measured.size() < FEWEST_FOR_SKILL) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Outlook.skill(question, measured, Columns.of(question.space())));
    }

    /**
     * Enough to see a slope in every direction; more are better spent by the model. Where trials are put aside a beginning
     * costs little and may mislead, so there are more of them. Of few trials they are a quarter.
     */
    private int design(Question question, Columns columns, Evidence evidence) {
        if (startup > 0) {
            return startup;
        }
        int usual = (int) Math.ceil(4 + 0.5 * columns.usuallyActive());
        int wanted = evidence.paused().isEmpty() ? usual : BEGINNINGS * usual;
        var left = question.means().trialsLeft();
        int most = left.isEmpty()
                ? wanted
                : (int) Math.max(FEWEST_FIRST, FIRST_SHARE * (question.history().size() + left.getAsInt()));
        return Math.min(wanted, most);
    }
}
