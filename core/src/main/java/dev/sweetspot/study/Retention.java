package dev.sweetspot.study;

import dev.sweetspot.store.Artifacts.Artifact;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of trials are worth their room. Whatever a running trial has or began from always is.
 *
 * @param best of so many of the best trials that ran to their end, all files are kept
 * @param latest likewise of so many that ended last, in whichever way
 * @param paused of so many of the best that are put aside, what they go on from is kept; the others begin again when they are
 *     gone on with
 */
public record Retention(int best, int latest, int paused) {
    /** What nothing needs goes. */
    public static final Retention NEEDED = new Retention(0, 0, Integer.MAX_VALUE);

    /** Checks the ranges. */
    public Retention {
        if (best < 0 || latest < 0 || paused < 0) {
            throw new IllegalArgumentException(
                    "best = " + best + ", latest = " + latest + ", paused = " + paused + ": none may be below 0");
        }
    }

    /**
     * Those of the files that may go.
     *
     * @param kept what there was before the history was looked at: what came since may belong to events that it has not
     */
    public List<Artifact> dispensable(Problem problem, History history, List<Artifact> kept) {
        var withFiles = kept.stream()
                .map(Artifact::trial)
                .filter(number -> number < history.size())
                .collect(Collectors.toSet());
        Predicate<Trial> hasFiles = trial -> withFiles.contains(trial.number());
        var whole = new HashSet<>(ranked(problem, history, history.completed().filter(hasFiles), best));
        var ended = history.finished().toList();
        ended.subList(Math.max(0, ended.size() - latest), ended.size()).forEach(trial -> whole.add(trial.number()));
        history.running().forEach(trial -> whole.add(trial.number()));
        var aside = new HashSet<>(ranked(problem, history, history.paused().filter(hasFiles), paused));
        return kept.stream()
                .filter(file -> !whole.contains(file.trial()) && !isNeeded(file, history, aside))
                .toList();
    }

    /**
     * The same, and of the trials that are put aside the worst lose what they go on from, one after the other, until the rest
     * fits; what is left may still be more.
     *
     * @param quota how many bytes the rest may have
     */
    public List<Artifact> dispensable(Problem problem, History history, List<Artifact> kept, long quota) {
        long all = bytes(kept);
        int aside = (int) Math.min(paused, history.paused().count());
        while (true) {
            var gone = new Retention(best, latest, aside).dispensable(problem, history, kept);
            if (aside == 0 || all - bytes(gone) <= quota) {
                return gone;
            }
            aside--;
        }
    }

    private static long bytes(List<Artifact> files) {
        return files.stream().mapToLong(Artifact::bytes).sum();
    }

    private static boolean isNeeded(Artifact file, History history, Set<Integer> aside) {
        if (file.trial() >= history.size()) {
            return false;
        }
        var named = history.trial(file.trial())
                .checkpoint()
                .filter(checkpoint -> checkpoint.artifact().equals(file.artifact()));
        return named.isPresent()
                && (aside.contains(file.trial()) || isBegunFrom(file.trial(), named.get(), history, aside));
    }

    private static boolean isBegunFrom(int trial, Trial.Checkpoint checkpoint, History history, Set<Integer> aside) {
        var start = new Start.FromCheckpoint(trial, checkpoint.fidelity());
        return Stream.concat(history.running(), history.paused().filter(other -> aside.contains(other.number())))
                .anyMatch(other ->
                        other.start().equals(start) && other.checkpoint().isEmpty());
    }

    /** The numbers of the best, the best first; of those that nobody can compare, the earliest. */
    private static List<Integer> ranked(Problem problem, History history, Stream<Trial> among, int most) {
        var left = among.collect(Collectors.toCollection(ArrayList::new));
        if (left.size() <= most) {
            return left.stream().map(Trial::number).toList();
        }
        var ranked = new ArrayList<Integer>();
        while (ranked.size() < most) {
            var next = history.best(problem, left).orElse(left.get(0));
            ranked.add(next.number());
            left.removeIf(trial -> trial.number() == next.number());
        }
        return ranked;
    }
}
