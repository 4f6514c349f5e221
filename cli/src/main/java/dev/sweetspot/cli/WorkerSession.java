package dev.sweetspot.cli;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TuneEvent;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.trial.Event;
import dev.sweetspot.workload.Workload;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes part in a study until there is nothing left to do, and says why that is. */
final class WorkerSession {
    private final Study study;
    private final StoreOptions stores;
    private final OutputOptions output;
    private final Optional<Long> parent;
    private final AtomicInteger begun = new AtomicInteger();

    /** @param parent a process with which this one ends */
    WorkerSession(Study study, StoreOptions stores, OutputOptions output, Optional<Long> parent) {
        this.parent = parent;
        this.study = study;
        this.stores = stores;
        this.output = output;
    }

    /** Runs trials, in processes of their own where the rules say so; returns the exit code. */
    int run(Workload workload, RunPlan plan, TrialRules rules) throws InterruptedException {
        if (!rules.isolated()) {
            return say(plan.worker(), run(workload, plan));
        }
        var share = MemoryRoom.now().share(plan.workers());
        try (var isolated = Isolated.of(workload, study, rules, share, stores.scratch())) {
            return say(plan.worker(), run(isolated, plan));
        }
    }

    /** Says why it has ended. */
    private String run(Workload workload, RunPlan plan) throws InterruptedException {
        var name = study.spec().name();
        var runner = new StudyRunner(study, stores.artifacts(study), workload, stores.scratch());
        try (var interrupt = Interrupt.watch(
                        "sweetspot worker " + name + stores.asFlag() + ", or sweetspot resume " + name);
                var view = new TuneView(study, Timetable.ENDLESS, output)) {
            assert interrupt != null;
            parent.ifPresent(interrupt::whenEnds);
            runner.onNotice(view::notice);
            study.onEvent(event -> {
                begun.addAndGet(event instanceof Event.Started || event instanceof Event.Resumed ? 1 : 0);
                view.show(new TuneEvent.Trial(event));
            });
            output.progress("Worker " + plan.worker() + " takes part in " + name + ": "
                    + new Division(plan.workers(), plan.threads()).inWords());
            runner.run(new ThreadExecutor(), plan);
        }
        study.refresh();
        return runner.ending()
                .or(() -> StudyDecisions.order(study))
                .orElse("its time is over (--minutes gives it more)");
    }

    /** Says why a worker has ended; returns the exit code. */
    int say(String worker, String reason) {
        output.say("Worker " + worker + " has ended: " + reason + ". It worked on " + begun
                + (begun.get() == 1 ? " trial." : " trials."));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(study.spec().name()));
        entries.put("worker", Form.of(worker));
        entries.put("trials", Form.of(begun.get()));
        entries.put("ended", Form.of(reason));
        output.result(Form.of(entries));
        return 0;
    }
}
