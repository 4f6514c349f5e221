package dev.sweetspot.samplers.nsga;

import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Untried;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.surrogate.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One step of a genetic algorithm whose population is a function of the history: the best of all trials so far. So there
 * is no generation to wait for, and trials from elsewhere take part.
 */
final class Generation {
    /** Draws before there are parents. */
    static final int FIRST = 10;

    /** From among trials that are equally good in rank, the members that a population keeps. */
    interface Niching {
        /**
         * @param safe trials of better ranks, all of them kept
         * @param last trials of one rank, more than there is room for
         * @param room how many of the last are kept, at least 1
         */
        List<Observation> keep(List<Observation> safe, List<Observation> last, int room);
    }

    /** A trial of the population, its rank in the history, and how much it is needed where it lies: larger is better. */
    record Member(Observation observation, int rank, double space) {}

    private Generation() {}

    /** The number of parents grows with the root of what has been tried, so that early trials already guide the search. */
    static int parents(int observed, int population) {
        return Math.min(population, Math.max(FIRST, (int) (1.2 * Math.sqrt(observed))));
    }

    /** Everything that has given a result. */
    static List<Observation> observed(Evidence evidence) {
        var observed = new ArrayList<>(evidence.ended());
        observed.addAll(evidence.paused());
        return observed;
    }

    /** The best trials by rank; of the last rank that finds room, those that niching keeps. */
    static List<Member> population(List<Observation> observed, int[] ranks, int size, Niching niching) {
        int worst = Arrays.stream(ranks).max().orElse(-1);
        var byRank = new ArrayList<List<Observation>>();
        for (int rank = 0; rank <= worst; rank++) {
            byRank.add(new ArrayList<>());
        }
        for (int i = 0; i < ranks.length; i++) {
            byRank.get(ranks[i]).add(observed.get(i));
        }
        var members = new ArrayList<Member>();
        var safe = new ArrayList<Observation>();
        for (int rank = 0; rank <= worst && safe.size() < size; rank++) {
            var group = byRank.get(rank);
            int room = size - safe.size();
            var kept = group.size() <= room ? group : niching.keep(safe, group, room);
            var spaces = Spaces.of(kept);
            for (int i = 0; i < kept.size(); i++) {
                members.add(new Member(kept.get(i), rank, spaces[i]));
            }
            safe.addAll(kept);
        }
        return members;
    }

    /** A child of two parents that won their tournaments; a draw before there are enough. */
    static Proposal next(Question question, Genes genes, int population, Niching niching, RandomGenerator random) {
        var untried = Untried.of(question);
        var evidence = Evidence.of(question);
        var observed = observed(evidence);
        var usable = observed.stream().filter(o -> !o.failed()).count();
        if (usable < Math.min(FIRST, population)) {
            return answer(untried.draw(random), "drawn at random, as there are not enough parents yet");
        }
        var ranks = Ranks.of(observed, question.problem());
        var members = population(observed, ranks, parents(observed.size(), population), niching);
        var mother = winner(members, random);
        var father = winner(members, random);
        for (int i = 0; i < 10 && father.equals(mother); i++) {
            father = winner(members, random);
        }
        var child =
                genes.child(mother.observation().point(), father.observation().point(), random);
        return answer(
                untried.near(child, random),
                "child of trials " + mother.observation().trial().number() + " and "
                        + father.observation().trial().number() + ", of the " + members.size() + " best");
    }

    /** The better of two: by rank, then by the space around it. */
    private static Member winner(List<Member> members, RandomGenerator random) {
        var one = members.get(random.nextInt(members.size()));
        var other = members.get(random.nextInt(members.size()));
        if (one.rank() != other.rank()) {
            return one.rank() < other.rank() ? one : other;
        }
        return one.space() >= other.space() ? one : other;
    }

    private static Proposal answer(Optional<Configuration> configuration, String reason) {
        return configuration
                .<Proposal>map(chosen -> new Proposal.Suggested(chosen, List.of(reason)))
                .orElseGet(Proposal.Exhausted::new);
    }
}
