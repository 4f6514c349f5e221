package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The default: looks at what trials consist of and at what limits the study, and chooses.
 *
 * <ul>
 *   <li>Trials without parts are run whole.
 *   <li>Where the parts are folds, a trial ends when it is clearly no improvement on the best one on the same folds
 *       ({@link Racing}): a mean over few folds is no shorter training, so rungs would compare unlike with unlike.
 *   <li>Where only the number of trials is limited, each is worth its end: trials run one by one, and those that will
 *       hardly become the best are stopped ({@link LearningCurves}).
 *   <li>Else work is what is scarce: many trials begin with little, and the best quarter goes on at each rung, without
 *       waiting ({@link Asha}), ranked by where their curves will end. Once there are some, every sixth trial begins at a
 *       higher rung, as in Hyperband, so that slow learners are not lost and the sampler sees more than beginnings. The
 *       first trial goes to its end where that costs little, since all others are compared with it. The last of the budget
 *       goes to what is there.
 * </ul>
 */
public record Auto() implements Scheduler {
    /** One in so many goes on: of what is begun, few get most of the work. */
    private static final double ONE_IN = 4;
    /** A rung is so many times as long as the one below: close enough for each to say what becomes of the next. */
    private static final double STEP = 2.5;
    /** The first rung is about this part of a whole trial, at least: a sampler that learns from less is led astray. */
    private static final double FIRST_RUNG = 1.0 / 16;
    /** So many trials begin at the lowest rung before others begin higher. */
    private static final int BEGINNERS = 20;

    private static final List<Integer> RUNGS_IN_TURN = List.of(0, 0, 0, 0, 0, 1);
    /** The first trial is brought to its end where what it lacks is less than this part of what may still be run. */
    private static final double LITTLE = 0.02;

    /** A trial that would improve on the best with less than this is not worth the last of the budget. */
    private static final double HOPELESS = 0.05;

    /** What a study is like. */
    private enum Case {
        WHOLE,
        FOLDS,
        FEW_TRIALS,
        SCARCE_WORK
    }

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String help() {
        return "Chooses by the budget: stops what will not become the best, or gives the best quarter more, rung by rung; of "
                + "folds by racing.";
    }

    /** What it has chosen, and why, as a sentence. */
    public String why(Situation situation) {
        return switch (caseOf(situation)) {
            case WHOLE -> "Trials are run whole, because they have no parts to compare them after.";
            case FOLDS ->
                "Trials are run fold by fold, and end when they are clearly no improvement on the best on the same folds.";
            case FEW_TRIALS ->
                "Trials are run one by one, and stopped when they will hardly become the best, because only their number is "
                        + "limited.";
            case SCARCE_WORK ->
                "Many trials begin with little and the best quarter goes on at each rung, because what may be run is what is "
                        + "scarce.";
        };
    }

    @Override
    public Next next(Situation situation) {
        if (caseOf(situation) == Case.SCARCE_WORK) {
            return byRungs(situation);
        }
        var next = new RunToTheEnd().next(situation);
        return next instanceof Next.StartNew begin ? new Next.StartNew(begin.target(), why(situation)) : next;
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return switch (caseOf(situation)) {
            case FOLDS -> new Racing().judge(situation, trial);
            case FEW_TRIALS -> new LearningCurves().judge(situation, trial);
            case WHOLE, SCARCE_WORK -> Standing.overLimit(situation, trial).orElse(Verdict.CONTINUE);
        };
    }

    private static Case caseOf(Situation situation) {
        if (rungs(situation.fidelity()).count() == 1) {
            return Case.WHOLE;
        }
        if (situation.fidelity().ofFolds()) {
            return Case.FOLDS;
        }
        var means = situation.means();
        boolean trialsAlone = means.trialsLeft().isPresent()
                && means.fidelityLeft().isEmpty()
                && means.secondsLeft().isEmpty();
        return trialsAlone ? Case.FEW_TRIALS : Case.SCARCE_WORK;
    }

    private static Rungs rungs(Fidelity fidelity) {
        double part = fidelity.most() * FIRST_RUNG;
        boolean whole = fidelity.least() == Math.rint(fidelity.least());
        // Where epochs are counted, rungs are whole ones.
        double lowest = Math.max(fidelity.least(), whole ? Math.floor(part) : part);
        return Rungs.of(new Fidelity(fidelity.unit(), lowest, fidelity.most()), STEP);
    }

    private static Next byRungs(Situation situation) {
        var last = Closing.lastCall(situation).or(() -> harvest(situation));
        if (last.isPresent()) {
            return last.get();
        }
        var rungs = rungs(situation.fidelity());
        // Learnt once for all rungs, where that costs little.
        var ofAll = new AtomicReference<@Nullable Prospects>();
        var ladder = new Ladder(rungs, ONE_IN, (trials, level) -> order(trials, situation, level, ofAll));
        return ladder.interrupted(situation)
                .or(() -> yardstick(situation))
                .or(() -> ladder.promotion(situation))
                .orElseGet(() -> Closing.noMoreTrials(situation)
                        ? Closing.nothingToPromote(situation)
                        : begin(situation, rungs));
    }

    private static Next begin(Situation situation, Rungs rungs) {
        double level = rungs.level(firstRung(situation, rungs));
        var fidelity = situation.fidelity();
        return new Next.StartNew(
                level,
                String.format(
                        Locale.ROOT,
                        "It begins with %.4g of %.4g %s, because what may be run is what is scarce; the best quarter goes on.",
                        level,
                        fidelity.most(),
                        fidelity.unit()));
    }

    private static int firstRung(Situation situation, Rungs rungs) {
        int number = Rungs.begun(situation.history()).size();
        return number < BEGINNERS ? 0 : Math.min(rungs.count() - 1, RUNGS_IN_TURN.get(number % RUNGS_IN_TURN.size()));
    }

    /** With one objective by the forecast of the end, with several by the fronts at the rung. */
    private static List<Standing> order(
            List<Trial> trials, Situation situation, double level, AtomicReference<@Nullable Prospects> ofAll) {
        if (situation.objectives().size() > 1) {
            return Standing.inOrder(trials, situation, level);
        }
        var prospects = Prospects.ofAll(situation)
                ? Objects.requireNonNull(ofAll.updateAndGet(known -> known == null ? Prospects.of(situation) : known))
                : Prospects.of(situation, trials);
        var standings = new ArrayList<Standing>(trials.size());
        for (var trial : trials) {
            var now = Standing.of(trial, situation, level);
            var forecasts = prospects.ofTrial(trial.number());
            boolean known = !now.losses().isEmpty() && !forecasts.isEmpty();
            standings.add(
                    known
                            ? new Standing(
                                    now.trial(),
                                    now.violation(),
                                    List.of(forecasts.get(0).mean()))
                            : now);
        }
        return Standing.inOrder(standings);
    }

    /**
     * The first trial is what is known to be good, the default for the most part. A beginning of it may look bad, and whether
     * another is better than the default is asked at the end in any case.
     */
    private static Optional<Next> yardstick(Situation situation) {
        double most = situation.fidelity().most();
        return situation
                .history()
                .paused()
                .filter(trial -> trial.number() == 0)
                .filter(trial -> most - trial.curve().reached() < LITTLE * Closing.unitsLeft(situation))
                .findAny()
                .map(trial -> new Next.Resume(
                        trial.number(), most, "all others are compared with the first, and its end costs little"));
    }

    /** When what is left would bring just one trial to its end, the most promising one gets it. */
    private static Optional<Next> harvest(Situation situation) {
        double most = situation.fidelity().most();
        if (Closing.unitsLeft(situation) > most) {
            return Optional.empty();
        }
        var prospects = Prospects.of(situation);
        var bar = prospects.bar(situation, -1);
        Optional<Next> best = Optional.empty();
        double worth = 0;
        for (var trial : situation.history().paused().toList()) {
            var forecasts = prospects.ofTrial(trial.number());
            double missing = most - trial.curve().reached();
            if (forecasts.size() == situation.objectives().size()
                    && missing <= Closing.unitsLeft(situation)
                    && prospects.probability(forecasts, bar) > HOPELESS
                    && prospects.improvement(forecasts, bar) > worth) {
                worth = prospects.improvement(forecasts, bar);
                best = Optional.of(
                        new Next.Resume(trial.number(), most, "the most promising for what is left of the budget"));
            }
        }
        return best;
    }
}
