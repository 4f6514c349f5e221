package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever follows a log hears of every event, or nothing is decided any more. */
class FollowerTest {
    private final Store store = new InMemoryStore();
    private final List<Integer> told = new ArrayList<>();

    @BeforeEach
    void aStudyWithOneTrial() {
        store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
        store.append("s", List.of(started(0)));
    }

    private static Store.Change started(int trial) {
        var configuration = Configuration.of(Map.of("x", 0.5));
        return new Store.Change(
                new Event.Started(trial, Instant.EPOCH, configuration, Origin.given("default"), Start.FRESH, 1, "w", 1),
                0);
    }

    private Log log(Consumer<Event> follower) {
        return new Log(store, "s", SearchSpace.of(Parameter.real("x", 0, 1)), Optional.of(follower));
    }

    private Consumer<Event> failingAt(int trial, Throwable failure) {
        return event -> {
            int number = ((Event.OfTrial) event).trial();
            if (number == trial) {
                throw Tossed.unchecked(failure);
            }
            told.add(number);
        };
    }

    /** Throws anything. */
    private static final class Tossed {
        static RuntimeException unchecked(Throwable failure) {
            if (failure instanceof Error error) {
                throw error;
            }
            return (RuntimeException) failure;
        }
    }

    private void assertEnded(Log log) {
        var sentence = "study = s: what happened in it could not be followed here (";
        assertThatThrownBy(log::refresh).isInstanceOf(StoreException.class).hasMessageStartingWith(sentence);
        assertThatThrownBy(() -> log.refresh(Duration.ofHours(1))).hasMessageStartingWith(sentence);
        int before = store.read("s", 0).size();
        assertThatThrownBy(() -> log.append(List.of(started(before)), List.of()))
                .hasMessageStartingWith(sentence);
        assertThat(store.read("s", 0)).as("nothing is written on a wrong view").hasSize(before);
    }

    @Test
    void aFollowerThatMissedAnEventOfAnotherWorkerEndsTheRun() {
        var log = log(failingAt(1, new IllegalStateException("no")));
        log.refresh();
        store.append("s", List.of(started(1)));
        store.append("s", List.of(started(2)));

        assertEnded(log);
        assertThat(told)
                .as("what came after the one it missed is not told either")
                .containsExactly(0);
    }

    @Test
    void aFollowerThatMissedAnEventOfItsOwnWorkerEndsTheRunAndTheEventIsKept() {
        var log = log(failingAt(1, new OutOfMemoryError("no heap")));
        log.refresh();

        assertThatThrownBy(() -> log.append(List.of(started(1)), List.of())).isInstanceOf(StoreException.class);

        assertThat(store.read("s", 0)).hasSize(2);
        assertEnded(log);
    }

    @Test
    void aFollowerThatFailsWhileAStudyIsOpenedIsNotToldTheBeginningTwice() {
        store.append("s", List.of(started(1)));
        var log = log(failingAt(1, new IllegalStateException("no")));

        assertEnded(log);
        assertThat(told).containsExactly(0);
    }

    @Test
    void whatAFollowerSaysToPeopleStaysItsOwnSentence() {
        var log = log(event -> {
            throw new StoreException("trial 0 was not decided in order.", new IllegalStateException());
        });

        assertThatThrownBy(log::refresh).hasMessage("trial 0 was not decided in order.");
        assertThatThrownBy(log::refresh).hasMessage("trial 0 was not decided in order.");
    }
}
