package dev.sweetspot.schedulers;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.surrogate.curve.Forecast;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Freeze and thaw: the next slice of work always goes to the most promising of all trials, paused and new (Swersky, Snoek
 * and Adams 2014). Promising is what brings most expected improvement on the best end for the work that is missing to that
 * end; a new trial counts as the latest ones look, and for the work that trials like these are given on average.
 *
 * @param slices the first slice of a trial is a whole one divided by this; each further one doubles what it has had. At
 *     least 1
 * @param first how many trials are started before any is gone on with, at least 1
 */
public record FreezeThaw(double slices, int first) implements Scheduler {
    /** How many of the latest trials say what a new one will be like. */
    private static final int LATEST = 12;

    /** A 27th of a whole trial at first; five trials to begin with. */
    public FreezeThaw() {
        this(27, 5);
    }

    /** Checks the ranges. */
    public FreezeThaw {
        if (!(slices >= 1)) {
            throw new InvalidInputException("slices", slices, "must be at least 1", "27?");
        }
        Checks.atLeastOne("first", first);
    }

    @Override
    public String name() {
        return "freezethaw";
    }

    @Override
    public String help() {
        return "Gives each next slice of work to the most promising trial, paused or new.";
    }

    /** A trial that could get the next slice. */
    private record Candidate(Trial trial, double worth) {}

    @Override
    public Next next(Situation situation) {
        var last = Closing.lastCall(situation);
        if (last.isPresent()) {
            return last.get();
        }
        boolean closed = Closing.noMoreTrials(situation);
        if (!closed && situation.history().size() < first) {
            return new Next.StartNew(slice(situation, 0));
        }
        var prospects = Prospects.of(situation);
        var bar = prospects.bar(situation, -1);
        var candidate = best(situation, prospects, bar);
        if (!closed && candidate.map(Candidate::worth).orElse(0.0) <= worthOfNew(situation, prospects, bar)) {
            return new Next.StartNew(slice(situation, 0));
        }
        return candidate
                .filter(found -> !closed || found.worth() > 0)
                .<Next>map(found -> new Next.Resume(
                        found.trial().number(),
                        slice(situation, found.trial().curve().reached())))
                .orElseGet(() -> closed ? Closing.nothingToPromote(situation) : new Next.StartNew(slice(situation, 0)));
    }

    /** How far a trial is to come with its next slice. */
    private double slice(Situation situation, double reached) {
        double most = situation.fidelity().most();
        double least = situation.fidelity().least();
        double next = Math.max(least, reached == 0 ? most / slices : 2 * reached);
        boolean whole = least == Math.rint(least) && most == Math.rint(most);
        double rounded = whole ? Math.rint(next) : next;
        // What would be left is too little for a slice of its own.
        return rounded * 1.3 >= most ? most : Math.max(rounded, Math.nextUp(reached));
    }

    private Optional<Candidate> best(Situation situation, Prospects prospects, double[][] bar) {
        double most = situation.fidelity().most();
        Optional<Candidate> best = Optional.empty();
        for (var trial : situation.history().paused().toList()) {
            var forecasts = prospects.ofTrial(trial.number());
            double reached = trial.curve().reached();
            boolean known = forecasts.size() == situation.objectives().size();
            if (reached < most && (known || trial.curve().size() == 0)) {
                double worth = known
                        ? worth(prospects, forecasts, bar, slice(situation, reached) - reached, most - reached)
                        : Double.POSITIVE_INFINITY;
                var mine = new Candidate(trial, worth);
                if (best.isEmpty() || mine.worth() > best.get().worth()) {
                    best = Optional.of(mine);
                }
            }
        }
        return best;
    }

    /** What a trial like the latest ones is worth, for each unit of work that such a trial is given. */
    private double worthOfNew(Situation situation, Prospects prospects, double[][] bar) {
        var latest = new ArrayList<List<Forecast>>();
        int asked = 0;
        var trials = situation.history().trials();
        for (int i = trials.size() - 1; i >= 0 && latest.size() < LATEST; i--) {
            boolean begun = !(trials.get(i).state() instanceof TrialState.Running)
                    || trials.get(i).curve().size() > 0;
            asked += begun ? 1 : 0;
            var forecasts = prospects.ofTrial(i);
            if (forecasts.size() == situation.objectives().size()) {
                latest.add(forecasts);
            }
        }
        if (latest.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        var like = IntStream.range(0, situation.objectives().size())
                .mapToObj(k -> mixed(latest.stream().map(each -> each.get(k)).toList()))
                .toList();
        double share = (double) latest.size() / asked;
        return share
                * worth(
                        prospects,
                        like,
                        bar,
                        slice(situation, 0),
                        situation.fidelity().most());
    }

    /** Expected improvement for each unit of work: the slice, and the rest when it is gone on with. */
    private static double worth(
            Prospects prospects, List<Forecast> forecasts, double[][] bar, double slice, double missing) {
        double goesOn = prospects.probability(forecasts, bar);
        return prospects.improvement(forecasts, bar) / (slice + goesOn * (missing - slice));
    }

    /** Mean and variance of one of them at random. */
    private static Forecast mixed(List<Forecast> forecasts) {
        double mean = forecasts.stream().mapToDouble(Forecast::mean).average().orElseThrow();
        double variance = forecasts.stream()
                .mapToDouble(each -> (each.mean() - mean) * (each.mean() - mean) + each.deviation() * each.deviation())
                .average()
                .orElseThrow();
        return new Forecast(mean, Math.sqrt(variance));
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElse(Verdict.CONTINUE);
    }
}
