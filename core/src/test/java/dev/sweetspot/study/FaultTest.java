package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a store or a listener that fails leaves behind. */
class FaultTest {
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong();
    private final Store store = new InMemoryStore(now::get);
    private final AtomicBoolean broken = new AtomicBoolean();

    /** A store that fails when somebody goes on with a trial, as long as it is broken. */
    private Store faulty(Store whole) {
        return (Store) Proxy.newProxyInstance(
                FaultTest.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("append") && broken.get() && goesOn((List<?>) arguments[1])) {
                        throw new StoreException("the disk is full", new IllegalStateException());
                    }
                    try {
                        var answer = method.invoke(whole, arguments);
                        return answer instanceof Store part ? faulty(part) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean goesOn(List<?> batch) {
        return batch.stream().anyMatch(change -> ((Store.Change) change).event() instanceof Event.Resumed);
    }

    private Study made() {
        var spec = new StudySpec(
                "s",
                7,
                SearchSpace.of(Parameter.real("x", 0, 1)),
                List.of(Objective.minimize("loss")),
                Fidelity.epochs(6),
                new Budget.Trials(2),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        return Study.create(store, spec, InstantSource.system(), LEASE);
    }

    private static ActiveTrial asked(Study study, String worker) {
        return ((Ask.Run) study.ask(new Claim(worker, 1, 1, Duration.ZERO))).trial();
    }

    @Test
    void whoCouldNotGoOnWithATrialKeepsNoLeaseOfIt() {
        asked(made(), "dead");
        now.addAndGet(LEASE.toNanos() + 1);
        var study = Study.open(faulty(store), "s", InstantSource.system(), LEASE);
        broken.set(true);

        assertThatThrownBy(() -> asked(study, "unlucky")).isInstanceOf(StoreException.class);

        assertThat(store.leases("s")).isEmpty();
        broken.set(false);
        assertThat(asked(study, "next").number())
                .as("nobody has to wait for a lease")
                .isZero();
    }

    @Test
    void aListenerThatFailsUndoesNothing() {
        var study = made();
        study.onEvent(event -> {
            throw new IllegalStateException("the terminal is gone");
        });

        var trial = asked(study, "w");
        trial.report(1, Tried.loss(3), 1, Optional.empty());
        trial.tell(Tried.loss(2), 2);

        var kept = Study.open(store, "s", InstantSource.system(), LEASE).history();
        assertThat(kept.trial(0).curve().values("loss")).containsExactly(3);
        assertThat(kept.trial(0).value("loss")).hasValue(2);
        assertThat(store.leases("s")).isEmpty();
        assertThat(asked(study, "w").number()).isEqualTo(1);
    }
}
