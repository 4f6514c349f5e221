package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches a challenge with the engine itself, in this thread. */
final class Searching {
    private static final Duration LEASE = Duration.ofHours(1);
    /** A scheduler that gives out nothing but what was trained already has come to its end. */
    private static final int MOST_IDLE = 500;

    private Searching() {}

    /**
     * One search.
     *
     * @param budget in trials, or in full trainings where trials have parts
     */
    static Run run(Challenge challenge, Searcher searcher, long seed, int budget) {
        boolean parts = challenge.kind() == Challenge.Kind.FIDELITY;
        double most = challenge.problem().fidelity().most();
        var plan = parts ? new Budget.FidelityUnits(budget * most) : new Budget.Trials(budget);
        var study = study(challenge, searcher, seed, new Budget.Planned(plan));
        var asking = new Asking(study, searcher.pending());
        var course = parts ? epochs(challenge, asking, budget) : trials(challenge, asking, budget);
        return new Run(challenge.name(), searcher.label(), seed, budget, course, asking.secondsPerTrial());
    }

    /**
     * One search of so many trials, in which a scheduler may save epochs.
     *
     * @param trials how many are started
     */
    static Run saving(Challenge challenge, Searcher searcher, long seed, int trials) {
        var study = study(challenge, searcher, seed, new Budget.Trials(trials));
        var asking = new Asking(study, 1);
        var points = new ArrayList<double[]>();
        int spent = new Training(challenge, (epochs, losses) -> points.add(losses)).run(asking, Integer.MAX_VALUE);
        var course = new Run.Spent(
                Fronts.best(points), spent, (int) challenge.problem().fidelity().most());
        return new Run(challenge.name(), searcher.label(), seed, trials, course, asking.secondsPerTrial());
    }

    /** One configuration and its first loss. */
    record Tried(Configuration configuration, double loss) {}

    /** What one search of so many whole trials has tried, in its order. */
    static List<Tried> tried(Challenge challenge, Searcher searcher, long seed, int trials) {
        var study = study(challenge, searcher, seed, new Budget.Planned(new Budget.Trials(trials)));
        trials(challenge, new Asking(study, 1), trials);
        return study.history()
                .completed()
                .map(trial -> new Tried(
                        trial.configuration(),
                        challenge
                                .losses(challenge
                                        .trial()
                                        .at(
                                                trial.configuration(),
                                                challenge.problem().fidelity().most()))[0]))
                .toList();
    }

    static Study study(Challenge challenge, Searcher searcher, long seed, Budget budget) {
        var spec = new StudySpec(
                        challenge.name(),
                        seed,
                        challenge.problem().space(),
                        challenge.problem().objectives(),
                        challenge.problem().fidelity(),
                        budget,
                        searcher.search(),
                        List.of(),
                        Form.of(Map.of()))
                .with(challenge.problem().constraints())
                .with(searcher.told().of(challenge, searcher, seed));
        return Study.create(new InMemoryStore(), spec, () -> Instant.EPOCH, LEASE);
    }

    /** Asks, and measures how long the answers take. */
    private static final class Asking {
        private final Study study;
        private final int pending;
        private long nanos;
        private int asked;

        Asking(Study study, int pending) {
            this.study = study;
            this.pending = pending;
        }

        /** Empty when nothing is left to do. */
        Optional<ActiveTrial> next() {
            long begin = System.nanoTime();
            var answer = study.ask(new Claim("benchmark", 1, pending, Duration.ZERO));
            nanos += System.nanoTime() - begin;
            asked++;
            return answer instanceof Ask.Run run ? Optional.of(run.trial()) : Optional.empty();
        }

        double secondsPerTrial() {
            return nanos / 1e9 / Math.max(1, asked);
        }
    }

    private static Run.Trials trials(Challenge challenge, Asking asking, int budget) {
        var losses = new ArrayList<double[]>();
        var running = new ArrayDeque<ActiveTrial>();
        boolean more = true;
        while (losses.size() < budget && (more || !running.isEmpty())) {
            while (more && running.size() < asking.pending && losses.size() + running.size() < budget) {
                var next = asking.next();
                next.ifPresent(running::add);
                more = next.isPresent();
            }
            var trial = running.poll();
            if (trial != null) {
                var values = challenge.trial().at(trial.trial().configuration(), trial.target());
                trial.complete(values, 0);
                var found = challenge.losses(values);
                if (!challenge.keepsLimits(values)) {
                    Arrays.fill(found, Double.NaN);
                }
                losses.add(found);
            }
        }
        return new Run.Trials(losses);
    }

    private static Run.Epochs epochs(Challenge challenge, Asking asking, int budget) {
        int most = (int) challenge.problem().fidelity().most();
        var spent = new ArrayList<Integer>();
        var best = new ArrayList<Double>();
        int total = new Training(challenge, (epochs, losses) -> {
                    if (best.isEmpty() || losses[0] < best.get(best.size() - 1)) {
                        best.add(losses[0]);
                        spent.add(epochs);
                    }
                })
                .run(asking, budget * most);
        return new Run.Epochs(spent, best, total, most);
    }

    /** Told after each epoch. */
    @FunctionalInterface
    private interface Seen {
        /** @param epochs spent in all trials together until then */
        void after(int epochs, double[] losses);
    }

    /** Trains as asked. Epochs are counted once: a configuration goes on from where its training was left. */
    private record Training(Challenge challenge, Seen seen) {
        /** @return the epochs spent, about {@code limit} at the most */
        int run(Asking asking, int limit) {
            var trained = new HashMap<Configuration, Integer>();
            int total = 0;
            int idle = 0;
            var next = asking.next();
            while (next.isPresent() && total < limit && idle < MOST_IDLE) {
                var trial = next.get();
                var configuration = trial.trial().configuration();
                int had = trained.getOrDefault(configuration, 0);
                int before = total;
                int epoch = Math.min(had, (int) trial.target());
                boolean left = false;
                while (epoch < trial.target() && !left) {
                    epoch++;
                    var values = challenge.trial().at(configuration, epoch);
                    total += epoch > had ? 1 : 0;
                    seen.after(total, challenge.losses(values));
                    left = trial.advance(epoch, values, 0);
                }
                trial.complete(challenge.trial().at(configuration, epoch), 0);
                trained.put(configuration, Math.max(had, epoch));
                idle = total == before ? idle + 1 : 0;
                next = asking.next();
            }
            return total;
        }
    }
}
