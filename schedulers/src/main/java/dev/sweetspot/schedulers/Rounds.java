package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.scheduler.Scheduler.Situation;
import java.util.List;
import java.util.Optional;

/**
 * Rounds of successive halving one after the other. A trial belongs to the round that its number falls in, so the plan is
 * the same for every worker. Whoever finds the rungs of the oldest round busy works for the next one: nobody waits while
 * something can be started.
 *
 * @param turn the rounds in turn, each with its size and lowest rung, the one that begins lowest first; repeated without
 *     end
 */
record Rounds(Rungs rungs, double factor, List<Bracket> turn) {
    /** Keeps a copy. */
    Rounds {
        turn = List.copyOf(turn);
    }

    /** A round that begins at a rung, of no place yet. */
    static Bracket ofSize(int size, int lowest) {
        return new Bracket(0, size, lowest);
    }

    Next next(Situation situation) {
        var last = Closing.lastCall(situation);
        if (last.isPresent()) {
            return last.get();
        }
        double total = total(situation);
        double left = total;
        int first = 0;
        // Too little for any round goes to the first steps of a round that begins lowest, which waste least of it.
        var begun = Rungs.begun(situation.history());
        for (int i = 0; first <= begun.size(); i++) {
            var bracket = fitting(i, left).orElse(turn.get(0));
            bracket = new Bracket(first, bracket.size(), bracket.lowest());
            var next = bracket.next(situation, begun, rungs, factor);
            if (next.isPresent()) {
                return next.get();
            }
            first += bracket.size();
            left -= bracket.cost(rungs, factor);
        }
        return Closing.nothingToPromote(situation);
    }

    /** All that the study may run, as far as that is known; the same from its first trial to its last. */
    private static double total(Situation situation) {
        var left = situation.means().fidelityLeft();
        return left.isEmpty()
                ? Double.POSITIVE_INFINITY
                : Math.rint((left.getAsDouble() + situation.history().fidelitySpent()) * 1e6) / 1e6;
    }

    /** The round whose turn it is, or one later in turn, or a smaller one, so that it can be brought to its end. */
    private Optional<Bracket> fitting(int place, double left) {
        var mine = turn.get(place % turn.size());
        if (mine.cost(rungs, factor) <= left) {
            return Optional.of(mine);
        }
        for (int size = mine.size() - 1; size >= 1; size--) {
            var smaller = ofSize(size, mine.lowest());
            if (smaller.cost(rungs, factor) <= left) {
                return Optional.of(smaller);
            }
        }
        return Optional.empty();
    }
}
