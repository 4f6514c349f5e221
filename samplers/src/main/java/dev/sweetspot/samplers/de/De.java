package dev.sweetspot.samplers.de;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Untried;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.surrogate.Ranks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Differential evolution, rand/1/bin (Storn and Price 1997, Journal of Global Optimization 11), the best of the three as
 * base (Kaelo and Ali 2006, European Journal of Operational Research 169), and with a scheduler that halves, by the rules of
 * DEHB (Awad, Mallik and Hutter 2021, IJCAI): who lives in a place of the population is the best
 * of the trials whose number belongs to it, and the difference is taken among the better half. So the population
 * is a function of the history, and no trial waits for another.
 *
 * @param population places, at least 4
 * @param weight F, above 0, at most 2: how much of a difference is added
 * @param crossover CR, 0 to 1: how many parameters a child takes from the mutant
 */
public record De(int population, double weight, double crossover) implements Sampler {
    private static final int PARENTS = 3;

    /** 10 places; half of the difference, half of the parameters, as DEHB has it. */
    public De() {
        this(10, 0.5, 0.5);
    }

    /** Checks the ranges. */
    public De {
        if (population < 4) {
            throw new InvalidInputException("population", population, "must be at least 4", "10?");
        }
        if (!(weight > 0 && weight <= 2)) {
            throw new InvalidInputException("weight", weight, "must be above 0 and at most 2", "0.5?");
        }
        if (!(crossover >= 0 && crossover <= 1)) {
            throw new InvalidInputException("crossover", crossover, "must be from 0 to 1", "0.5?");
        }
    }

    @Override
    public String name() {
        return "de";
    }

    @Override
    public String help() {
        return "Differential evolution: sturdy and cheap, good with halving and many workers.";
    }

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        var untried = Untried.of(question);
        int number = question.history().size();
        var living = living(question);
        if (number < population || living.size() <= PARENTS) {
            return answer(untried.draw(random), "drawn at random, to fill the population");
        }
        var mutation = new Mutation(question.space(), weight, crossover);
        var pool = new ArrayList<>(living);
        // With several fidelities the better half of the living, but never fewer than are needed.
        if (question.fidelity().most() > question.fidelity().least()) {
            int most = Math.max(PARENTS + 1, pool.size() / 2);
            pool.subList(Math.min(most, pool.size()), pool.size()).clear();
        }
        var target = living.stream()
                .filter(inhabitant -> place(inhabitant) == number % population)
                .findFirst();
        target.ifPresent(pool::remove);
        var parents = new ArrayList<Observation>();
        for (int i = 0; i < PARENTS; i++) {
            parents.add(pool.remove(random.nextInt(pool.size())));
        }
        // The living stand in their order, the best first.
        parents.stream().min(Comparator.comparingInt(living::indexOf)).ifPresent(best -> {
            parents.remove(best);
            parents.add(0, best);
        });
        var mutant = mutation.mutant(
                parents.get(0).point(), parents.get(1).point(), parents.get(2).point(), random);
        var child = target.map(inhabitant -> mutation.crossed(inhabitant.point(), mutant, random))
                .orElse(mutant);
        return answer(untried.near(child, random), reason(parents, target));
    }

    private int place(Observation observation) {
        return observation.trial().number() % population;
    }

    /** The best of each place, the best places first; of equals the younger. */
    private List<Observation> living(Question question) {
        var evidence = Evidence.of(question);
        var observed = new ArrayList<>(evidence.ended());
        observed.addAll(evidence.paused());
        var ranks = Ranks.of(observed, question.problem());
        var order = new ArrayList<Integer>();
        for (int i = 0; i < ranks.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingInt(i -> ranks[i])
                .thenComparingInt(i -> -observed.get(i).trial().number()));
        var taken = new boolean[population];
        var living = new ArrayList<Observation>();
        for (int i : order) {
            int place = place(observed.get(i));
            if (!taken[place]) {
                taken[place] = true;
                living.add(observed.get(i));
            }
        }
        return living;
    }

    private static String reason(List<Observation> parents, Optional<Observation> target) {
        return "trial " + parents.get(0).trial().number() + " moved by the difference of trials "
                + parents.get(1).trial().number() + " and "
                + parents.get(2).trial().number()
                + target.map(t -> ", crossed with trial " + t.trial().number()).orElse("");
    }

    private static Proposal answer(Optional<Configuration> configuration, String reason) {
        return configuration
                .<Proposal>map(chosen -> new Proposal.Suggested(chosen, List.of(reason)))
                .orElseGet(Proposal.Exhausted::new);
    }
}
