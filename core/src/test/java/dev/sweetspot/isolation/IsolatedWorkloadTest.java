package dev.sweetspot.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import dev.sweetspot.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class IsolatedWorkloadTest {
    @TempDir
    Path folder;

    private Study study() {
        var workload = new Suggesting();
        var spec = new StudySpec(
                "s",
                7,
                workload.space(),
                workload.objectives(),
                workload.fidelity(),
                new Budget.Trials(5),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        return Study.create(new InMemoryStore(), spec, InstantSource.system(), Duration.ofSeconds(10));
    }

    private Study run(Study study, Workload workload) throws InterruptedException {
        new StudyRunner(study, new FolderArtifacts(folder.resolve("kept")), workload, folder.resolve("scratch"))
                .run(new ThreadExecutor(), RunPlan.simple("w"));
        return study;
    }

    private IsolatedWorkload isolated(Study study, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SuggestingProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new IsolatedWorkload(
                new Suggesting(),
                study::space,
                new Isolation(command, Form.of(Map.of()), OptionalLong.empty(), folder.resolve("logs")));
    }

    @Test
    void whatATrialAsksReportsAndFailsOfIsTheSameInAnotherProcess() throws Exception {
        var here = run(study(), new Suggesting()).history();
        var study = study();
        try (var isolated = isolated(study)) {
            run(study, isolated);
        }
        var there = study.history();

        assertThat(there.trials())
                .extracting(Trial::configuration)
                .isEqualTo(here.trials().stream().map(Trial::configuration).toList());
        assertThat(there.trials())
                .extracting(Trial::outcome)
                .isEqualTo(here.trials().stream().map(Trial::outcome).toList());
        assertThat(there.trial(0).configuration().values()).containsOnlyKeys("x", "n", "kind");
        assertThat(there.trial(0).curve().values("side")).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(there.trial(2).outcome()).contains(new Outcome.Failed(Outcome.Cause.OUT_OF_MEMORY, "too much"));
    }

    @Test
    void whereNoProcessCanBeStartedTheRunEndsWithTheReasonAndNoTrialIsBlamed() {
        for (var argument : List.of("die", "refuse")) {
            var study = study();
            try (var isolated = isolated(study, argument)) {
                assertThatThrownBy(() -> run(study, isolated))
                        .isInstanceOfAny(IllegalStateException.class, InvalidInputException.class)
                        .hasMessageContaining(argument.equals("die") ? "this machine is no good" : "no data here");
            }
            assertThat(study.history().trial(0).state()).isInstanceOf(TrialState.Paused.class);
        }
    }

    @Test
    void aProcessThatIsKilledWhileItStartsIsStartedAgain() throws Exception {
        var study = study();
        var deaths = folder.resolve("deaths");
        try (var isolated = isolated(study, "killed", deaths.toString(), "2")) {
            run(study, isolated);
        }

        assertThat(deaths).hasContent("xx");
        assertThat(study.history().finished()).hasSize(5);
        assertThat(study.history().trial(0).outcome()).containsInstanceOf(Outcome.Completed.class);
    }

    @Test
    void aProcessThatIsKilledWheneverItStartsEndsTheRun() {
        var study = study();
        try (var isolated = isolated(study, "killed", folder.resolve("deaths").toString(), "100")) {
            assertThatThrownBy(() -> run(study, isolated))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("could not be started", "ended from outside");
        }
        assertThat(folder.resolve("deaths")).hasContent("xxx");
        assertThat(study.history().trial(0).state()).isInstanceOf(TrialState.Paused.class);
    }

    @Test
    void aProcessThatEndsWithinAMessageIsMissedAtOnce() throws Exception {
        var study = study();
        try (var isolated = isolated(study, "half")) {
            run(study, isolated);
        }
        assertThat(study.history().trial(0).outcome())
                .contains(new Outcome.Failed(Outcome.Cause.ERROR, "its process ended with exit code 7"));
    }

    @Test
    void anErrorThatNoProgramExpectsIsSaidToo() throws Exception {
        var refused = study();
        try (var isolated = isolated(refused, "odd")) {
            assertThatThrownBy(() -> run(refused, isolated))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("a file became shorter");
        }
        var tried = study();
        try (var isolated = isolated(tried, "odd trial")) {
            run(tried, isolated);
        }
        assertThat(tried.history().trial(0).outcome())
                .contains(new Outcome.Failed(Outcome.Cause.ERROR, "a file became shorter while it was read"));
    }
}
