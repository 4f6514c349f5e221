package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One round of successive halving (Jamieson and Talwalkar 2016): so many trials begin together, and from rung to rung the
 * best part of them goes on.
 *
 * @param first the place of its first trial among those that a round can have
 * @param size how many trials it has, at least 1
 * @param lowest the rung at which they begin
 */
record Bracket(int first, int size, int lowest) {
    /** What is left of a round of so many trials after some promotions, at least 1. */
    static int survivors(int size, double factor, int promotions) {
        return (int) Math.max(1, Math.floor(size / Math.pow(factor, promotions) * (1 + 1e-9)));
    }

    /** What the round costs in units of fidelity when every trial goes on from its checkpoint. */
    double cost(Rungs rungs, double factor) {
        double cost = size * rungs.level(lowest);
        for (int rung = lowest + 1; rung < rungs.count(); rung++) {
            cost += survivors(size, factor, rung - lowest) * (rungs.level(rung) - rungs.level(rung - 1));
        }
        return cost;
    }

    /**
     * What a free worker can do for this round now, if anything.
     *
     * @param begun all trials that a round can have
     */
    Optional<Next> next(Situation situation, List<Trial> begun, Rungs rungs, double factor) {
        int started = Math.max(0, Math.min(size, begun.size() - first));
        boolean closed = started == size || Closing.noMoreTrials(situation);
        List<Trial> members = new ArrayList<>(begun.subList(first, first + started));
        for (int rung = lowest; rung < rungs.count(); rung++) {
            double level = rungs.level(rung);
            var waiting = members.stream()
                    .filter(trial -> trial.state() instanceof TrialState.Paused)
                    .filter(trial -> !Rungs.reaches(trial.curve(), level))
                    .findFirst();
            if (waiting.isPresent()) {
                return Optional.of(new Next.Resume(waiting.get().number(), level));
            }
            if (rung == lowest && !closed) {
                return Optional.of(new Next.StartNew(level));
            }
            if (members.stream().anyMatch(trial -> onTheWay(trial, level)) || rung == rungs.count() - 1) {
                return Optional.empty();
            }
            members = promoted(members, situation, level, survivors(size, factor, rung + 1 - lowest));
        }
        return Optional.empty();
    }

    private static boolean onTheWay(Trial trial, double level) {
        return trial.state() instanceof TrialState.Running && !Rungs.reaches(trial.curve(), level);
    }

    /** The best at a rung, in the order of their standing; a trial that has failed makes room for the next. */
    private static List<Trial> promoted(List<Trial> members, Situation situation, double level, int count) {
        return Standing.inOrder(members, situation, level).stream()
                .filter(standing -> !standing.losses().isEmpty())
                .map(standing -> situation.history().trial(standing.trial()))
                .filter(trial -> Rungs.reaches(trial.curve(), level))
                .limit(count)
                .toList();
    }
}
