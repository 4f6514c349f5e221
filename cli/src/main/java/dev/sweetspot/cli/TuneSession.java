package dev.sweetspot.cli;

import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.job.TuneJob;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Runs the job, shows it, and writes what it hands over; the same for tune and resume. */
final class TuneSession {
    /** How long a worker may be silent before its trial is given to another. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private final Study study;
    private final Artifacts artifacts;
    private final Learner learner;
    private final TunePlan plan;
    private final OutputOptions output;

    TuneSession(Study study, Artifacts artifacts, Learner learner, TunePlan plan, OutputOptions output) {
        this.study = study;
        this.artifacts = artifacts;
        this.learner = learner;
        this.plan = plan;
        this.output = output;
    }

    static String workerName() {
        return ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime() & 0xffffff);
    }

    int run(Path out, LoadedImages loaded) throws Exception {
        try (var interrupt = Interrupt.watch(study.spec().name());
                var view = new TuneView(study, plan.timetable(), output);
                var result = new TuneJob(study, artifacts, learner, plan, view::show).run(new ThreadExecutor())) {
            assert interrupt != null;
            view.close();
            var report = new TuneReport(study.spec(), learner, result, loaded, out);
            report.write();
            report.say(output);
            output.result(report.toForm((System.nanoTime() - Main.BEGIN) / 1e9));
            return 0;
        } catch (IOException e) {
            throw new IllegalStateException(
                    out + ": the result could not be written (" + e.getMessage() + "). Maybe another --out, then: "
                            + "sweetspot resume " + study.spec().name(),
                    e);
        }
    }
}
