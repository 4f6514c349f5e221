package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One population of {@link PopulationBased}, as far as the history tells: who begins it, and who is in it from generation
 * to generation.
 *
 * @param founders its first trials, in the order of their numbers
 * @param copies the trials that began from a checkpoint, by the number of the trial that left it
 * @param size how many it is to have
 * @param replaced how many give way in each generation
 */
record Population(List<Trial> founders, Map<Integer, List<Trial>> copies, int size, int replaced, List<Double> levels) {
    /** How a place that a trial gave way in is filled. */
    interface Filling {
        Next in(Trial parent, double target);
    }

    /** What a free worker can do for this population now, or to wait for it; empty when it has come to its end. */
    Optional<Next> next(Situation situation, Filling filling) {
        boolean closed = Closing.noMoreTrials(situation);
        var members = new ArrayList<>(founders);
        for (int generation = 0; generation < levels.size(); generation++) {
            double level = levels.get(generation);
            var waiting = members.stream()
                    .filter(trial -> trial.state() instanceof TrialState.Paused)
                    .filter(trial -> !Rungs.reaches(trial.curve(), level))
                    .findFirst();
            if (waiting.isPresent()) {
                return Optional.of(new Next.Resume(waiting.get().number(), level));
            }
            if (generation == 0 && members.size() < size && !closed) {
                return Optional.of(new Next.StartNew(level));
            }
            if (members.stream().anyMatch(trial -> onTheWay(trial, level))) {
                return Optional.of(new Next.Wait());
            }
            if (generation == levels.size() - 1) {
                return Optional.empty();
            }
            double next = levels.get(generation + 1);
            var stay = fittest(members, situation, level);
            var children = children(members, level, next);
            // One that was brought to its end out of turn has no checkpoint of this generation any more.
            var parents = stay.stream()
                    .filter(trial -> trial.state() instanceof TrialState.Paused)
                    .filter(trial -> !Rungs.reaches(trial.curve(), next))
                    .limit(replaced)
                    .toList();
            boolean places = founders.size() == size && stay.size() + children.size() < size;
            if (places && !parents.isEmpty() && !closed) {
                return Optional.of(filling.in(parents.get(children.size() % parents.size()), next));
            }
            members = new ArrayList<>(stay);
            members.addAll(children);
        }
        return Optional.empty();
    }

    private static boolean onTheWay(Trial trial, double level) {
        return trial.state() instanceof TrialState.Running && !Rungs.reaches(trial.curve(), level);
    }

    /** Those that stay after a generation, the best first. */
    private List<Trial> fittest(List<Trial> members, Situation situation, double level) {
        return Standing.inOrder(members, situation, level).stream()
                .filter(standing -> !standing.losses().isEmpty())
                .map(standing -> situation.history().trial(standing.trial()))
                .filter(trial -> Rungs.reaches(trial.curve(), level))
                .limit(Math.max(1, size - replaced))
                .toList();
    }

    /** The trials that began from a checkpoint that one of these left in a generation, in the order of their numbers. */
    private List<Trial> children(List<Trial> members, double level, double next) {
        return members.stream()
                .flatMap(member -> copies.getOrDefault(member.number(), List.of()).stream())
                .filter(trial -> trial.start() instanceof Start.FromCheckpoint from
                        && from.fidelity() >= level * (1 - 1e-9)
                        && from.fidelity() < next * (1 - 1e-9))
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
    }
}
