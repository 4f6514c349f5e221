package dev.sweetspot.job;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.executor.Executor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.Workload;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The errand itself: search until the timetable's search end, train the winner again on training and validation data,
 * measure it once on the untouched test part, beside the default configuration treated in the same way: the same time,
 * threads and data.
 */
public final class TuneJob {
    /** Why a search by the clock is stopped at its end. */
    public static final String TIME_IS_OVER = "the time of its search is over";

    private final Study study;
    private final Artifacts artifacts;
    private final Learner learner;
    private final Workload tried;
    private final TunePlan plan;
    private final Consumer<TuneEvent> listener;

    /**
     * @param study whose first configuration is the default
     * @param listener told what happens, by any thread; must be quick
     */
    public TuneJob(Study study, Artifacts artifacts, Learner learner, TunePlan plan, Consumer<TuneEvent> listener) {
        this(study, artifacts, learner, learner, plan, listener);
    }

    /**
     * The same with trials run by another workload than the last trainings: in processes of their own, for example.
     *
     * @param tried gives the same results as the learner
     */
    public TuneJob(
            Study study,
            Artifacts artifacts,
            Learner learner,
            Workload tried,
            TunePlan plan,
            Consumer<TuneEvent> listener) {
        this.study = study;
        this.artifacts = artifacts;
        this.learner = learner;
        this.tried = tried;
        this.plan = plan;
        this.listener = listener;
    }

    /** Runs all of it, the search by workers that are placed by an executor: see {@link #run(Searching)}. */
    public TuneResult run(Executor executor) throws InterruptedException, TrialFailure {
        return run(new SearchHere(study, artifacts, learner, tried, executor));
    }

    /**
     * Runs all of it.
     *
     * @throws InterruptedException when the thread was interrupted, or the study was paused: running trials were put aside
     *     and the study can be gone on with
     */
    public TuneResult run(Searching searching) throws InterruptedException, TrialFailure {
        listener.accept(new TuneEvent.Began(TuneEvent.Step.SEARCH, "Searching"));
        var ending = searching.search(plan, listener);
        ending.ifPresent(reason -> listener.accept(new TuneEvent.Ended(reason)));
        settle(ending.isPresent());
        return conclude();
    }

    /** What people, or the time, have decided about the search counts for all its workers. */
    private void settle(boolean exhausted) throws InterruptedException {
        var order = study.refresh().order().filter(last -> last.standing() != Standing.OPEN);
        if (order.isEmpty() && !exhausted) {
            study.order(Standing.STOPPED, TIME_IS_OVER);
        } else if (order.isPresent() && order.get().standing() == Standing.PAUSED) {
            throw new InterruptedException(
                    "the study was paused: " + order.get().reason());
        } else if (order.isPresent() && !exhausted) {
            listener.accept(
                    new TuneEvent.Ended("the study was stopped: " + order.get().reason()));
        }
    }

    private TuneResult conclude() throws InterruptedException, TrialFailure {
        var history = study.refresh();
        var choice = Winner.of(
                study.spec().problem(), study.settled(), plan.timetable().limited());
        var standard = study.spec().first().get(0);
        var winner = choice.chosen().configuration();
        long seed = Seeds.of(study.spec().seed(), Integer.MAX_VALUE, Seeds.Purpose.TRIAL);
        if (winner.equals(standard)) {
            return new TuneResult(
                    history,
                    choice,
                    alone("Training the winner, which is the default, again", choice, seed),
                    new Standard.Won());
        }
        if (history.trial(0).outcome().orElse(null) instanceof Outcome.OverLimit over) {
            return new TuneResult(
                    history,
                    choice,
                    alone("Training the winner again", choice, seed),
                    new Standard.Missing("its " + over.constraint() + " is over the limit"));
        }
        return besideTheDefault(history, choice, standard, seed);
    }

    private Measured alone(String sentence, Choice choice, long seed) throws InterruptedException, TrialFailure {
        var winner = choice.chosen().configuration();
        listener.accept(new TuneEvent.Began(TuneEvent.Step.FIT, sentence));
        var model = fit(
                "winner", choice.chosen().trial(), winner, seed, plan.threads().alone());
        try {
            listener.accept(new TuneEvent.Began(TuneEvent.Step.MEASURE, "Measuring it once on the test part"));
            return measure(winner, model);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private TuneResult besideTheDefault(History history, Choice choice, Configuration standard, long seed)
            throws InterruptedException, TrialFailure {
        var winner = choice.chosen().configuration();
        listener.accept(
                new TuneEvent.Began(TuneEvent.Step.FIT, "Training the winner and the default again, side by side"));
        int threads = plan.threads().fit();
        var other = new FutureTask<>(() -> fit("default", history.trial(0), standard, seed, threads));
        var thread = new Thread(other, "sweetspot-default");
        thread.setDaemon(true);
        thread.start();
        Fitted first;
        try {
            first = fit("winner", choice.chosen().trial(), winner, seed, threads);
        } catch (TrialFailure | InterruptedException | RuntimeException e) {
            thread.interrupt();
            throw e;
        }
        try {
            listener.accept(new TuneEvent.Began(TuneEvent.Step.MEASURE, "Measuring both once on the test part"));
            return new TuneResult(history, choice, measure(winner, first), standard(standard, other));
        } catch (InterruptedException | RuntimeException e) {
            thread.interrupt();
            first.close();
            throw e;
        }
    }

    private Standard standard(Configuration configuration, FutureTask<Fitted> fitted) throws InterruptedException {
        try {
            return new Standard.Beside(measure(configuration, inTime(fitted)));
        } catch (TimeoutException e) {
            fitted.cancel(true);
            return new Standard.Missing("its training was not through in time");
        } catch (ExecutionException e) {
            return new Standard.Missing(reason(e.getCause()));
        }
    }

    private Fitted inTime(FutureTask<Fitted> fitted) throws InterruptedException, ExecutionException, TimeoutException {
        if (!plan.timetable().limited()) {
            return fitted.get();
        }
        return fitted.get(Math.max(0, plan.timetable().end() - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** The default may fail where the winner does not. */
    private static String reason(@Nullable Throwable cause) {
        return "its training failed" + (cause == null || cause.getMessage() == null ? "" : ", " + cause.getMessage());
    }

    private Fitted fit(String what, Trial trial, Configuration configuration, long seed, int threads)
            throws TrialFailure, InterruptedException {
        var fidelity = study.spec().fidelity();
        double most = plan.timetable().limited() ? Length.most(fidelity.most()) : fidelity.most();
        var length = Length.of(trial, study.spec().problem().objectives().get(0), fidelity, most);
        return learner.fit(
                configuration,
                seed,
                threads,
                new Pace(
                        length.planned(),
                        length.stop(),
                        plan.timetable().fitEnd(),
                        (done, planned) -> listener.accept(new TuneEvent.Fitting(what, done, planned))));
    }

    private Measured measure(Configuration configuration, Fitted model) {
        int[] test = learner.parts().test();
        var predictions = model.predict(test);
        return new Measured(
                configuration,
                model,
                predictions,
                Report.of(predictions, learner.data().task(), test));
    }
}
