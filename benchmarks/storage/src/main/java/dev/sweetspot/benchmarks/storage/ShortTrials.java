package dev.sweetspot.benchmarks.storage;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.FunctionWorkload;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Many trials that take a tenth of a second and no processor, with many workers: what the search costs beside them.
 *
 * @param seconds of each trial
 */
record ShortTrials(int trials, int workers, double seconds) {
    /** With nothing beside the trials. */
    double ideal() {
        return Math.ceil((double) trials / workers) * seconds;
    }

    /** @return in seconds, from the first question to the last answer */
    double run(Sampler sampler, String store, Path folder) throws InterruptedException {
        try (var open = store.equals("memory") ? new InMemoryStore() : Stores.open(store)) {
            return run(sampler, open, folder);
        }
    }

    private double run(Sampler sampler, Store store, Path folder) throws InterruptedException {
        var space = Samples.small();
        var spec = Samples.spec("short-" + sampler.name(), space, 1, trials, sampler);
        var study = Study.create(store, spec, Clock.systemUTC(), Duration.ofMinutes(1));
        long nanos = (long) (seconds * 1e9);
        var workload = new FunctionWorkload(
                space, List.of(Objective.minimize("loss")), new Fidelity("epochs", 1, 1), trial -> {
                    Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
                    var values = trial.configuration();
                    double x = Samples.value(values, "x") - 0.3;
                    double y = Samples.value(values, "y") - 0.7;
                    return Measurements.of("loss", x * x + y * y);
                });
        long begin = System.nanoTime();
        new StudyRunner(study, new FolderArtifacts(folder.resolve("kept")), workload, folder.resolve("scratch"))
                .run(new ThreadExecutor(), new RunPlan("worker", workers, 1, Long.MAX_VALUE, Duration.ofSeconds(2)));
        double took = (System.nanoTime() - begin) / 1e9;
        long completed = study.refresh().completed().count();
        if (completed != trials) {
            throw new IllegalStateException(completed + " of " + trials + " trials ran to their end");
        }
        return took;
    }
}
