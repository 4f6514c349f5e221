package dev.sweetspot.study;

import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Asks the sampler for the configuration of a new trial: again, and in the end random search, while what was proposed is
 * not likely to end in the time that is left.
 */
final class Proposer {
    /** How often the sampler is asked for one trial. */
    private static final int ASKED = 4;
    /** How many random draws are looked at when it has nothing that is short enough. */
    private static final int DRAWN = 60;

    private final Sampler sampler;
    private final long studySeed;
    private final InTime inTime = new InTime();

    Proposer(StudySpec spec) {
        this.sampler = spec.search().sampler();
        this.studySeed = spec.seed();
    }

    /** What came of asking. */
    sealed interface Answer {
        /** A configuration to try. */
        record Chosen(Configuration configuration, Origin origin) implements Answer {}

        /** There is none. */
        record Nothing(String reason) implements Answer {}
    }

    /** The configuration of the trial of that number, to be run to a fidelity. */
    Answer propose(Question question, int number, double target) {
        long seed = Seeds.of(studySeed, number, Seeds.Purpose.SAMPLER);
        // A trial that asks for its parameters as it runs may fail before the first: nothing is exhausted then.
        if (question.space().parameters().isEmpty()) {
            var reasons = List.of("nothing is known of the space yet");
            return new Answer.Chosen(
                    Configuration.empty(),
                    new Origin(
                            sampler.name(),
                            question.history().version(),
                            seed,
                            reasons,
                            Optional.of(question.means())));
        }
        var seen = new HashSet<Configuration>();
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ASKED + DRAWN; i++) {
            var asked = i < ASKED ? sampler : new RandomSearch();
            long own = i == 0 ? seed : Seeds.mix(seed + i * Seeds.GOLDEN);
            if (!(asked.suggest(question, Seeds.generator(own)) instanceof Proposal.Suggested suggested)) {
                return new Answer.Nothing("every configuration of the space has been tried");
            }
            var seconds = inTime.tooLong(question, suggested.configuration(), 0, target);
            if (seconds.isEmpty()) {
                var reasons = new ArrayList<>(suggested.reasons());
                if (i > 0) {
                    reasons.add(passedOver(i, question));
                }
                return new Answer.Chosen(
                        suggested.configuration(),
                        new Origin(
                                asked.name(),
                                question.history().version(),
                                own,
                                reasons,
                                Optional.of(question.means())));
            }
            shortest = Math.min(shortest, seconds.get());
            if (!seen.add(suggested.configuration()) && i < ASKED) {
                // It does not draw: it has an order of its own, which others would upset.
                break;
            }
        }
        return new Answer.Nothing(nothingShort(shortest, question));
    }

    private static String passedOver(int proposals, Question question) {
        return (proposals == 1 ? "another proposal" : proposals + " other proposals") + " would not have ended in the "
                + InTime.words(left(question)) + " that are left";
    }

    private static String nothingShort(double shortest, Question question) {
        return "nothing is known that is likely to end in the " + InTime.words(left(question))
                + " that are left: the shortest trial of those proposed would take about " + InTime.words(shortest);
    }

    /** Why a trial is not gone on with; empty when it may be. */
    Optional<String> tooLate(Question question, int trial, double from, double target) {
        var configuration = question.history().trial(trial).configuration();
        return tooLate(question, configuration, from, target)
                .map(seconds -> "trial " + trial + " is not gone on with: " + seconds);
    }

    /** Why a given configuration is not run; empty when it may be. */
    Optional<String> tooLate(Question question, Configuration configuration, double from, double target) {
        return inTime.tooLong(question, configuration, from, target)
                .map(seconds -> "the next report of it would take about " + InTime.words(seconds) + ", and "
                        + InTime.words(left(question)) + " are left");
    }

    private static double left(Question question) {
        return question.means().secondsLeft().orElse(0);
    }
}
