package dev.sweetspot.cli;

import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.job.TuneJob;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.job.TuneResult;
import dev.sweetspot.study.Study;
import dev.sweetspot.workload.TrialFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs the job, shows it, and writes what it hands over; the same for tune and resume. */
final class TuneSession {
    /** How long a worker may be silent before its trial is given to another. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private final Study study;
    private final StoreOptions stores;
    private final Learner learner;
    private final TunePlan plan;
    private final TrialRules rules;
    private final OutputOptions output;
    private final Optional<ClusterErrand> cluster;

    /**
     * @param rules how each trial is run; their limit of time is part of the plan already
     * @param cluster where trials are run; empty for here
     */
    TuneSession(
            Study study,
            StoreOptions stores,
            Learner learner,
            TunePlan plan,
            TrialRules rules,
            OutputOptions output,
            Optional<ClusterErrand> cluster) {
        this.cluster = cluster;
        this.study = study;
        this.stores = stores;
        this.learner = learner;
        this.plan = plan;
        this.rules = rules;
        this.output = output;
    }

    int run(TuneFolder folder, List<Skipped> skipped, List<String> export) throws Exception {
        try (var interrupt = Interrupt.watch(resume());
                var result = job()) {
            assert interrupt != null;
            var seconds = (System.nanoTime() - Main.BEGIN) / 1e9;
            var report = TuneForms.result(study.spec(), result, skipped, folder.model(), seconds);
            var refused = folder.write(study.spec(), learner, result, report, export);
            output.say("");
            new TuneWords(study.spec(), learner, result).lines().forEach(output::say);
            output.say("");
            refused.forEach(output::say);
            output.say("Everything is in " + folder.path() + "; README.txt there says what each file is.");
            output.result(report);
            return 0;
        } catch (InterruptedException e) {
            StudyDecisions.order(study)
                    .ifPresent(reason -> output.progress("Ended, for " + reason + ". To go on: " + resume()));
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException(
                    folder.path() + ": the result could not be written (" + e.getMessage()
                            + "). Nothing that was found is lost. Maybe: " + resume() + " --out ANOTHER",
                    e);
        }
    }

    private TuneResult job() throws InterruptedException, TrialFailure {
        try (var view = new TuneView(study, plan.timetable(), output)) {
            if (cluster.isPresent()) {
                return new TuneJob(study, stores.artifacts(), learner, plan, view::show)
                        .run(new ClusterSearch(study, stores, cluster.get()));
            }
            if (!rules.isolated()) {
                return new TuneJob(study, stores.artifacts(study), learner, plan, view::show).run(new ThreadExecutor());
            }
            var share = MemoryRoom.now().share(plan.workers());
            try (var isolated = Isolated.of(learner, study, rules, share, stores.scratch())) {
                return new TuneJob(study, stores.artifacts(study), learner, isolated, plan, view::show)
                        .run(new ThreadExecutor());
            }
        }
    }

    private String resume() {
        return "sweetspot resume " + study.spec().name() + stores.asFlag();
    }
}
