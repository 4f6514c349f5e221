package dev.sweetspot.sampler;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Draws from the prior, restricted to the configurations that keep all relations (Bergstra and Bengio 2012, JMLR 13). In
 * a finite space it never repeats a configuration and ends when all have been tried.
 */
public record RandomSearch() implements Sampler {
    private static final BigInteger LISTABLE = BigInteger.valueOf(100_000);
    private static final int DRAWS = 50;

    @Override
    public String name() {
        return "random";
    }

    @Override
    public String help() {
        return "Draws every configuration independently: the baseline, and good with very many workers.";
    }

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        var encoding = Encoding.of(question.space());
        var size = encoding.size();
        if (size.isEmpty()) {
            return encoding.draw(random).map(RandomSearch::drawn).orElseGet(Proposal.Exhausted::new);
        }
        Set<Configuration> tried = new HashSet<>();
        question.history().trials().forEach(trial -> tried.add(trial.configuration()));
        for (int i = 0; i < DRAWS; i++) {
            var configuration = encoding.draw(random);
            if (configuration.isEmpty()) {
                return new Proposal.Exhausted();
            }
            if (!tried.contains(configuration.get())) {
                return drawn(configuration.get());
            }
        }
        return size.get().compareTo(LISTABLE) <= 0
                ? oneOfTheRest(encoding, tried, random)
                : firstOfTheRest(encoding, tried);
    }

    private static Proposal drawn(Configuration configuration) {
        return new Proposal.Suggested(configuration, List.of("drawn at random"));
    }

    private static Proposal oneOfTheRest(Encoding encoding, Set<Configuration> tried, RandomGenerator random) {
        var rest = new ArrayList<Configuration>();
        encoding.enumerate().forEachRemaining(configuration -> {
            if (!tried.contains(configuration)) {
                rest.add(configuration);
            }
        });
        return rest.isEmpty()
                ? new Proposal.Exhausted()
                : new Proposal.Suggested(
                        rest.get(random.nextInt(rest.size())),
                        List.of("drawn at random from the " + rest.size() + " that were left"));
    }

    private static Proposal firstOfTheRest(Encoding encoding, Set<Configuration> tried) {
        var all = encoding.enumerate();
        while (all.hasNext()) {
            var configuration = all.next();
            if (!tried.contains(configuration)) {
                return new Proposal.Suggested(configuration, List.of("the first in order that had not been tried"));
            }
        }
        return new Proposal.Exhausted();
    }
}
