package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads and numeric mode belong to a trial, not to the machine that goes on with it. */
class KeptConditionsTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.real("x", 0, 1));
    private static final Fidelity EPOCHS = Fidelity.epochs(4);
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong();
    private final InMemoryStore store = new InMemoryStore(now::get);
    private final List<String> seen = new ArrayList<>();

    @TempDir
    Path folder;

    /** Computes in a mode that this machine chose, and writes down the conditions under which it was run. */
    private final class Machine implements Workload {
        private final String mode;

        Machine(String mode) {
            this.mode = mode;
        }

        @Override
        public String name() {
            return "machine";
        }

        @Override
        public Form.MapForm settings() {
            return Form.of(Map.of());
        }

        @Override
        public SearchSpace space() {
            return SPACE;
        }

        @Override
        public List<Objective> objectives() {
            return List.of(Objective.minimize("loss"));
        }

        @Override
        public Fidelity fidelity() {
            return EPOCHS;
        }

        @Override
        public String numericMode() {
            return mode;
        }

        @Override
        public Measurements run(TrialRun run) throws InterruptedException {
            seen.add(run.threads() + " threads, " + run.numericMode() + ", from " + (int) run.from());
            var loss = Measurements.of("loss", 1);
            for (int epoch = (int) run.from() + 1; epoch <= run.target(); epoch++) {
                if (run.report(epoch, loss, path -> Files.writeString(path, "state")) == TrialRun.Answer.END) {
                    break;
                }
            }
            return loss;
        }
    }

    private Study opened() {
        return Study.open(store, "s", InstantSource.system(), LEASE);
    }

    @Test
    void aTrialIsGoneOnWithInTheThreadsAndTheModeItBeganWith() throws Exception {
        var spec = new StudySpec(
                "s",
                7,
                SPACE,
                List.of(Objective.minimize("loss")),
                EPOCHS,
                new Budget.Trials(2),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        var study = Study.create(store, spec, InstantSource.system(), LEASE);
        var artifacts = new FolderArtifacts(folder.resolve("kept"));
        var killed = ((Ask.Run) study.ask(new Claim("killed", 3, "half", 1, Duration.ZERO))).trial();
        var checkpoint = artifacts.put("s", 0, "checkpoint", Files.writeString(folder.resolve("two"), "state"));
        killed.report(2, Measurements.of("loss", 1), 1, Optional.of(checkpoint));
        now.addAndGet(LEASE.toNanos() + 1);

        var plan = new RunPlan("other", 1, 8, Long.MAX_VALUE, Duration.ZERO);
        new StudyRunner(opened(), artifacts, new Machine("whole"), folder.resolve("scratch"))
                .run(new ThreadExecutor(), plan);

        assertThat(seen).containsExactly("3 threads, half, from 2", "8 threads, whole, from 0");
        assertThat(opened().history().trials())
                .extracting(Trial::threads, Trial::numericMode)
                .containsExactly(tuple(3, "half"), tuple(8, "whole"));
    }

    @Test
    void theModeIsInTheFormOfAStartAndMayBeMissingInAnOlderOne() {
        var start = new Event.Started(
                0, Instant.EPOCH, Configuration.empty(), Origin.given("default"), Start.FRESH, 4, "w", 2, "half");
        var form = EventForms.toForm(start);
        assertThat(EventForms.fromForm(form)).isEqualTo(start);
        var older = Json.parseMap(Json.write(form).replace(",\"numeric_mode\":\"half\"", ""), "an older store");
        assertThat(older.find("numeric_mode")).isEmpty();
        assertThat(((Event.Started) EventForms.fromForm(older)).numericMode()).isEmpty();
    }
}
