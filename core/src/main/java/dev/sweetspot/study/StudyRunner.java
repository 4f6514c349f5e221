package dev.sweetspot.study;

import dev.sweetspot.executor.Executor;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Runs the trials of a study with a workload, until nothing is left to do, the deadline, or a stop. */
public final class StudyRunner {
    private static final Duration POLL = Duration.ofMillis(50);
    /** How long a workload may take to notice the deadline by itself before its thread is interrupted. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** How long a trial may take to its next report, where this process is asked to end. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** How long all of this process may take to end after that, before its threads are left behind. */
    private static final Duration LAST_GRACE = Duration.ofSeconds(5);

    private final Study study;
    private final TrialRunner trials;
    private final Workload workload;
    private final Halt halt = new Halt();
    private final Queue<String> endings = new ConcurrentLinkedQueue<>();
    private volatile Consumer<String> noticed = sentence -> {};
    private volatile Consumer<Glimpse> watcher = glimpse -> {};

    /** @param scratch a folder of this machine for checkpoints on their way; on the artifacts' disk best */
    public StudyRunner(Study study, Artifacts artifacts, Workload workload, Path scratch) {
        this.study = study;
        this.workload = workload;
        this.trials = new TrialRunner(study, artifacts, workload, scratch, glimpse -> watcher.accept(glimpse));
    }

    /** Why nothing more was to do, as a sentence; empty when something was. */
    public Optional<String> ending() {
        return endings.stream().findFirst();
    }

    /** Told, in a sentence, of what befalls the workers of this process: a trial that another has now, a thread that hangs. */
    public void onNotice(Consumer<String> listener) {
        noticed = listener;
    }

    /** Shown what the trials of this process are at between their reports, by any of their threads; must be quick. */
    public void onGlimpse(Consumer<Glimpse> listener) {
        watcher = listener;
    }

    /** Asks all running trials to be put aside at their next report, and starts nothing more. Returns at once. */
    public void stop() {
        halt.because("stopped by hand");
    }

    /**
     * Runs; returns when nothing is left to do, or soon after the deadline, the end of the study's time, a stop, or an order
     * to pause or stop the study. A trial that does not end then is left to whoever goes on with the study.
     *
     * @throws InterruptedException when this thread was interrupted; the running trials have been put aside
     */
    public void run(Executor executor, RunPlan plan) throws InterruptedException {
        requireNoClock(plan);
        long begin = System.nanoTime();
        var within = plan.endingWithin(study.spec().budget().timeLeft(Duration.ZERO, study.now()));
        var limit = new TimeLimit();
        var crew = new Crew(executor, (mine, index) -> work(new Post(within, index, begin, limit, mine)));
        try (var renewal = study.renewing();
                var orders = Orders.watched(study, halt);
                var watching = limit.watching(plan.trialLimit(), index -> leave(crew, index))) {
            assert renewal != null && orders != null && watching != null;
            crew.place(within.workers());
            await(crew, within.deadline());
        }
    }

    private void requireNoClock(RunPlan plan) {
        if (study.spec().lag().isPresent() && plan.trialLimit().isPresent()) {
            throw new InvalidInputException(
                    "limit of a trial",
                    plan.trialLimit().get().toMillis() / 1e3 + " s",
                    "is a matter of the clock, and the study is deterministic: what a clock decides is not the same twice",
                    "no limit?");
        }
    }

    private void leave(Crew crew, int index) {
        noticed.accept(
                "A trial took too long and did not answer; its thread was left behind, and another took its place.");
        crew.leave(index);
    }

    /**
     * Runs one trial of a configuration that a person chose, in the calling thread.
     *
     * @return its number; it has ended, or was put aside when the time was over
     * @throws InterruptedException when this thread was interrupted; the trial has been put aside
     */
    public int run(Configuration configuration, RunPlan plan) throws InterruptedException {
        try (var renewal = study.renewing()) {
            assert renewal != null;
            var claim = new Claim(plan.worker(), plan.threads(), workload.numericMode(), 1, Duration.ZERO);
            var trial = study.begin(configuration, claim);
            var sign = new StopSign(halt, plan.deadline());
            trials.run(trial, plan, sign, new TimeLimit(), 0).await();
            if (sign.interruptedAlone()) {
                throw new InterruptedException("interrupted while a trial ran");
            }
            return trial.number();
        }
    }

    private void await(Crew crew, long deadline) throws InterruptedException {
        try {
            while (!crew.await(POLL)) {
                boolean late = deadline != Long.MAX_VALUE && deadline - System.nanoTime() <= 0;
                if ((late || halt.called()) && !crew.await(GRACE)) {
                    crew.interrupt();
                    // Whoever does not answer even now is left behind: the end is a promise, and its lease will end.
                    if (!crew.await(LAST_GRACE)) {
                        noticed.accept(
                                crew.working() + " of the workers did not answer and were left behind; their trials go"
                                        + " on from their last checkpoints, with others.");
                    }
                    return;
                }
            }
        } catch (InterruptedException asked) {
            stop();
            // A trial that comes to its next report leaves a checkpoint of that moment; an interrupt may cost it some
            // work.
            if (!crew.await(SOON)) {
                crew.interrupt();
                crew.await(LAST_GRACE);
            }
            throw asked;
        }
    }

    /**
     * Where one worker stands.
     *
     * @param begin when the run began
     */
    private record Post(RunPlan plan, int index, long begin, TimeLimit limit, Crew crew) {}

    /** Whether there is to be another trial; what ends when there is none ends now. */
    private boolean goesOn(Ending ending, RunPlan plan) {
        if (!new StopSign(halt, plan.deadline()).raised()) {
            return true;
        }
        ending.await().ifPresent(noticed);
        return false;
    }

    private void work(Post post) throws InterruptedException {
        var plan = post.plan();
        var worker = plan.worker() + "-" + post.index();
        var ending = Ending.NONE;
        while (goesOn(ending, plan)) {
            var elapsed = Duration.ofNanos(System.nanoTime() - post.begin());
            var claim =
                    new Claim(worker, plan.threads(), workload.numericMode(), plan.workers(), elapsed, plan.timeLeft());
            var answer = study.ask(claim, ending);
            ending.await().ifPresent(noticed);
            ending = Ending.NONE;
            if (answer instanceof Ask.Finished finished) {
                endings.add(finished.reason());
                return;
            }
            if (answer instanceof Ask.Run run) {
                var sign = new StopSign(halt, plan.deadline());
                ending = trials.run(run.trial(), plan, sign, post.limit(), post.index());
                if (post.crew().hasLeft(post.index())) {
                    ending.await().ifPresent(noticed);
                    return;
                }
                if (sign.interruptedAlone()) {
                    ending.await().ifPresent(noticed);
                    throw new InterruptedException("the worker was interrupted while it ran a trial");
                }
            } else {
                Thread.sleep(POLL.toMillis());
            }
        }
    }
}
