package dev.sweetspot.sampler;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.trial.Trial;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What of a space no trial of a history has had, whatever came of it: running and failed trials count. In a finite space
 * a sampler never repeats a configuration; in one without end it may, where nothing new turns up near by.
 */
public final class Untried {
    private static final BigInteger LISTABLE = BigInteger.valueOf(100_000);
    private static final int DRAWS = 50;
    private static final int CHUNK = 16;

    private final Encoding encoding;
    private final List<Set<Configuration>> old;
    private final Set<Configuration> recent;

    private Untried(Encoding encoding, List<Set<Configuration>> old, Set<Configuration> recent) {
        this.encoding = encoding;
        this.old = old;
        this.recent = recent;
    }

    /**
     * The configurations of the first trials of a study, as many as fill chunks: in few sets, each larger than the next, so
     * that a further chunk costs the same however long the history is.
     */
    private record Old(int trials, List<Set<Configuration>> configurations) {
        Old with(List<Trial> chunk) {
            var sets = new ArrayList<>(configurations);
            var last = new HashSet<Configuration>();
            chunk.forEach(trial -> last.add(trial.configuration()));
            while (!sets.isEmpty() && sets.get(sets.size() - 1).size() <= last.size()) {
                last.addAll(sets.remove(sets.size() - 1));
            }
            sets.add(Collections.unmodifiableSet(last));
            return new Old(trials + chunk.size(), List.copyOf(sets));
        }
    }

    /** Of a question's space and history; its memory keeps what long histories have. */
    public static Untried of(Question question) {
        var trials = question.history().trials();
        var kept = question.memory()
                .recall(Untried.class, Old.class)
                .filter(before -> before.trials <= trials.size())
                .orElseGet(() -> new Old(0, List.of()));
        // Only trials that have ended are kept: a running one may still ask for further parameters.
        var whole = kept;
        while (whole.trials + CHUNK <= trials.size()) {
            var chunk = trials.subList(whole.trials, whole.trials + CHUNK);
            if (!chunk.stream().allMatch(trial -> trial.outcome().isPresent())) {
                break;
            }
            whole = whole.with(chunk);
        }
        if (whole.trials > kept.trials) {
            kept = whole;
            question.memory().keep(Untried.class, kept);
        }
        var recent = new HashSet<Configuration>();
        trials.subList(kept.trials, trials.size()).forEach(trial -> recent.add(trial.configuration()));
        return new Untried(Encoding.of(question.space()), kept.configurations, recent);
    }

    /** Whether no trial has had a configuration. */
    public boolean contains(Configuration configuration) {
        return old.stream().noneMatch(some -> some.contains(configuration)) && !recent.contains(configuration);
    }

    /**
     * A draw from the prior that is new; in a space without end any draw, once many were not. Empty when none is left.
     */
    public Optional<Configuration> draw(RandomGenerator random) {
        Optional<Configuration> drawn = Optional.empty();
        for (int i = 0; i < DRAWS; i++) {
            drawn = encoding.draw(random);
            if (drawn.isEmpty() || contains(drawn.get())) {
                return drawn;
            }
        }
        return encoding.size().isEmpty() ? drawn : left(random);
    }

    /**
     * The configuration at a point of the unit cube, repaired; when a trial has had it, one that differs in one parameter,
     * else a {@link #draw}. Empty when none is left.
     */
    public Optional<Configuration> near(double[] point, RandomGenerator random) {
        var wanted = encoding.repair(point, random);
        if (wanted.isEmpty() || contains(wanted.get())) {
            return wanted;
        }
        var others = new ArrayList<>(encoding.neighbours(wanted.get(), random));
        others.removeIf(other -> !contains(other));
        return others.isEmpty() ? draw(random) : Optional.of(others.get(random.nextInt(others.size())));
    }

    private Optional<Configuration> left(RandomGenerator random) {
        boolean listable =
                encoding.size().filter(size -> size.compareTo(LISTABLE) <= 0).isPresent();
        List<Configuration> rest = new ArrayList<>();
        var all = encoding.enumerate();
        while (all.hasNext() && (listable || rest.isEmpty())) {
            var configuration = all.next();
            if (contains(configuration)) {
                rest.add(configuration);
            }
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(rest.get(random.nextInt(rest.size())));
    }
}
