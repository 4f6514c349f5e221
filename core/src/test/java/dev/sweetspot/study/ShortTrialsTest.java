package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.workload.FunctionWorkload;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many workers whose trials take no longer than the store. */
@Timeout(120)
class ShortTrialsTest {
    private static final int TRIALS = 200;
    private static final int WORKERS = 16;
    private static final long COMMIT_MILLIS = 3;

    private final InMemoryStore store = new InMemoryStore();

    @TempDir
    private Path folder;

    /** The same store on a slow disk. */
    private static Store slow(Store store) {
        return (Store) Proxy.newProxyInstance(
                ShortTrialsTest.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("append")) {
                        Thread.sleep(COMMIT_MILLIS);
                    }
                    try {
                        var answer = method.invoke(store, arguments);
                        return answer instanceof Store one ? slow(one) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private List<Store.Logged> run(int workers) throws InterruptedException {
        var space = SearchSpace.of(Parameter.real("x", 0, 1));
        var loss = List.of(Objective.minimize("loss"));
        var spec = new StudySpec(
                "s",
                1,
                new Problem(space, loss, List.of(), Fidelity.WHOLE, Preference.front()),
                new Budget.Trials(TRIALS),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                Knowledge.NONE,
                Form.of(Map.of()));
        var study = Study.create(slow(store), spec, () -> Instant.EPOCH, Duration.ofMinutes(1));
        var workload = new FunctionWorkload(space, loss, Fidelity.WHOLE, trial -> {
            Thread.sleep(COMMIT_MILLIS);
            return Measurements.of("loss", trial.number());
        });
        new StudyRunner(study, new FolderArtifacts(folder.resolve("kept")), workload, folder.resolve("scratch"))
                .run(new ThreadExecutor(), new RunPlan("w", workers, 1, Long.MAX_VALUE, Duration.ofSeconds(2)));
        assertThat(study.refresh().completed()).hasSize(TRIALS);
        return store.read("s", 0);
    }

    /** How many trials began without having seen all that was in the log. */
    private static long unseeing(List<Store.Logged> log) {
        return log.stream()
                .filter(logged -> logged.event() instanceof Event.Started started
                        && started.origin().historyVersion() < logged.position() - 1)
                .count();
    }

    @Test
    void aWorkerWhoAsksWhileItsLastTrialEndsBeginsTheNextBehindThatEnd() throws InterruptedException {
        var log = run(WORKERS);

        var at = new HashMap<String, Integer>();
        var workers = new HashMap<Integer, String>();
        for (var logged : log) {
            if (logged.event() instanceof Event.Started started) {
                assertThat(at.put(started.worker(), started.trial()))
                        .as("trial of %s when it begins trial %d", started.worker(), started.trial())
                        .isNull();
                workers.put(started.trial(), started.worker());
            } else if (logged.event() instanceof Event.Finished finished) {
                assertThat(at.remove(workers.get(finished.trial()))).isEqualTo(finished.trial());
            }
        }
        assertThat(at).isEmpty();
        assertThat(unseeing(log)).isGreaterThan(TRIALS / 4);
        assertThat(store.leases("s")).isEmpty();
    }

    @Test
    void whatWasProposedMeanwhileIsProposedAgain() throws InterruptedException {
        run(WORKERS);

        var replay = Replay.of(store, "s", trial -> {});

        assertThat(replay.differences()).isEmpty();
        assertThat(replay.proposals()).isEqualTo(TRIALS);
    }

    @Test
    void oneWorkerSeesAllOfItsResults() throws InterruptedException {
        assertThat(unseeing(run(1))).isZero();
    }
}
