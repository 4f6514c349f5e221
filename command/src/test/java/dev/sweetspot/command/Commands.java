package dev.sweetspot.command;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyFile;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Studies of programs, run here. */
final class Commands {
    private Commands() {}

    /** The workload of a study file in JSON that lies in a folder. */
    static CommandWorkload in(Path folder, String file) {
        return new CommandWorkload(
                StudyFile.fromForm(Json.parse(file, "study.json"), "study"), folder, folder.resolve("trials"));
    }

    /** The only trial of a study of one, with a configuration. */
    static Trial tried(Path folder, CommandWorkload workload, Map<String, ?> values, Optional<Duration> limit)
            throws InterruptedException {
        var study = study(workload, values);
        new StudyRunner(study, new FolderArtifacts(folder.resolve("artifacts")), workload, folder.resolve("scratch"))
                .run(new ThreadExecutor(), RunPlan.simple("w").limiting(limit));
        return study.history().trial(0);
    }

    static Study study(CommandWorkload workload, Map<String, ?> values) {
        var spec = new StudySpec(
                "study",
                7,
                workload.space(),
                workload.objectives(),
                workload.fidelity(),
                new Budget.Trials(1),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(Configuration.of(values)),
                Form.of(Map.of()));
        return Study.create(new InMemoryStore(), spec, InstantSource.system(), Duration.ofMinutes(1));
    }
}
