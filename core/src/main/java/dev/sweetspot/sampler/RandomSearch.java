package dev.sweetspot.sampler;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws from the prior, restricted to the configurations that keep all relations (Bergstra and Bengio 2012, JMLR 13). In
 * a finite space it never repeats a configuration and ends when all have been tried.
 */
public record RandomSearch() implements Sampler {
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
        return Untried.of(question)
                .draw(random)
                .<Proposal>map(drawn -> new Proposal.Suggested(drawn, List.of("drawn at random")))
                .orElseGet(Proposal.Exhausted::new);
    }
}
