package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.TrialState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrowdTest {
    private static final int ASKED = 200;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final AtomicInteger offered = new AtomicInteger();
    private final AtomicBoolean meddles = new AtomicBoolean();

    private static StudySpec spec() {
        return new StudySpec(
                "s",
                7,
                SearchSpace.of(Parameter.real("x", -1, 1)),
                List.of(Objective.minimize("loss")),
                new Fidelity("epochs", 1, 1),
                new Budget.Trials(2 * ASKED),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
    }

    /** The same store, in which another begins a trial just before this one does. */
    private Store meddled(Store store, Runnable other) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    boolean begins = method.getName().equals("begin");
                    offered.addAndGet(begins ? 1 : 0);
                    if ((begins || method.getName().equals("append")) && meddles.compareAndSet(true, false)) {
                        other.run();
                    }
                    try {
                        var answer = method.invoke(store, arguments);
                        return method.getName().equals("only") ? meddled((Store) answer, other) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Claim claim(String worker) {
        return new Claim(worker, 1, 2, Duration.ZERO);
    }

    private static void tell(ActiveTrial trial) {
        trial.tell(Measurements.of("loss", trial.number()), 0);
    }

    @Test
    void whoIsAlwaysSecondIsGivenAnotherNumberAndAllCanBeComputedAgain() throws InterruptedException {
        var store = new InMemoryStore();
        var others = Study.create(store, spec(), InstantSource.system(), LEASE);
        var mine = Study.open(
                meddled(store, () -> tell(((Ask.Run) others.ask(claim("other"))).trial())),
                "s",
                InstantSource.system(),
                LEASE);
        var told = new ArrayList<Integer>();
        mine.onEvent(event -> {
            if (event instanceof Event.Started started) {
                told.add(started.trial());
            }
        });
        var asked = new ArrayList<Integer>();
        for (int i = 0; i < ASKED; i++) {
            meddles.set(true);
            var trial = ((Ask.Run) mine.ask(claim("mine"))).trial();
            meddles.set(false);
            asked.add(trial.number());
            assertThat(mine.history().trial(trial.number()).state())
                    .isInstanceOfSatisfying(TrialState.Running.class, running -> assertThat(running.worker())
                            .isEqualTo("mine"));
            assertThat(store.leases("s").stream().map(Store.Lease::trial)).containsExactly(trial.number());
            tell(trial);
        }

        assertThat(offered.get())
                .as("several were offered, and not one after the other")
                .isGreaterThan(ASKED / 4);
        assertThat(told).isEqualTo(asked);
        assertThat(mine.history().completed()).hasSize(2 * ASKED);
        assertThat(mine.ask(claim("mine"))).as("never more than is allowed").isInstanceOf(Ask.Finished.class);
        var replay = Replay.of(store, "s", looked -> {});
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.proposals()).isEqualTo(2 * ASKED);
    }
}
