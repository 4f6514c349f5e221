package dev.sweetspot.testkit;

import static dev.sweetspot.testkit.SampleEvents.completed;
import static dev.sweetspot.testkit.SampleEvents.failed;
import static dev.sweetspot.testkit.SampleEvents.reported;
import static dev.sweetspot.testkit.SampleEvents.resumed;
import static dev.sweetspot.testkit.SampleEvents.seeing;
import static dev.sweetspot.testkit.SampleEvents.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyGone;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Store} keeps. */
@Timeout(120)
public abstract class StoreContract {
    private static final int THREADS = 4;

    /** The store under test, empty; {@link #reopened} gives the same one later. */
    protected abstract Store open();

    /** The same store as another process would open it; for one that lives in memory, itself. */
    protected abstract Store reopened(Store open);

    private static StudyRecord record(String name) {
        return new StudyRecord(name, SampleEvents.NOON, Form.of(Map.of("seed", Form.of(7))));
    }

    private static List<Event> events(Store store, String study, long after) {
        return store.read(study, after).stream().map(Store.Logged::event).toList();
    }

    /** Nothing is changed on the way. */
    @Test
    public void whatWasAppendedIsReadAgainAsItWas() {
        try (var store = open()) {
            store.create(record("s"));
            var all = List.of(started(0), reported(0, 1, "loss", Double.NaN), failed(0));
            assertThat(store.append("s", List.of(seeing(0, all.get(0)), seeing(1, all.get(1)), seeing(2, all.get(2)))))
                    .isInstanceOf(Store.Appended.Done.class);
            var again = reopened(store);

            assertThat(again.find("s")).contains(record("s"));
            assertThat(events(again, "s", 0)).isEqualTo(all);
            assertThat(events(again, "s", again.read("s", 0).get(1).position())).containsExactly(all.get(2));
        }
    }

    /** A change that does not fit refuses the whole batch. */
    @Test
    public void aBatchIsTakenWholeOrNotAtAll() {
        try (var store = open()) {
            store.create(record("s"));

            assertThat(store.append("s", List.of(seeing(0, started(0)), seeing(5, reported(0, 1, "a", 1)))))
                    .isEqualTo(new Store.Appended.Conflict(OptionalInt.of(0), 5, 1));
            assertThat(store.read("s", 0)).isEmpty();
        }
    }

    /** What people decided is found without reading everything else. */
    @Test
    public void decisionsAreFoundAmongAllOtherEventsInTheirOrder() {
        try (var store = open()) {
            store.create(record("s"));
            store.create(record("other"));
            store.append("other", List.of(seeing(0, SampleEvents.enqueued(0.9))));
            store.append("s", List.of(seeing(0, started(0)), seeing(1, reported(0, 1, "loss", 2))));
            store.append("s", List.of(seeing(0, SampleEvents.enqueued(0.5))));
            store.append("s", List.of(seeing(2, failed(0)), seeing(1, SampleEvents.ordered(Standing.PAUSED))));

            assertThat(reopened(store).decisions("s"))
                    .containsExactly(SampleEvents.enqueued(0.5), SampleEvents.ordered(Standing.PAUSED));
        }
    }

    /** Two workers cannot change a trial from the same state. */
    @Test
    public void aChangeOfATrialThatAnotherChangedFirstIsRefused() {
        try (var store = open()) {
            store.create(record("s"));
            store.append("s", List.of(seeing(0, started(0))));
            store.append("s", List.of(seeing(1, reported(0, 1, "a", 1))));

            assertThat(store.append("s", List.of(seeing(1, completed(0, "a", 1)))))
                    .isEqualTo(new Store.Appended.Conflict(OptionalInt.of(0), 1, 2));
            assertThat(store.append("s", List.of(seeing(2, completed(0, "a", 1)))))
                    .isInstanceOf(Store.Appended.Done.class);
        }
    }

    /** Only a trial's own changes count for it. */
    @Test
    public void changesOfDifferentTrialsDoNotDisturbEachOther() {
        try (var store = open()) {
            store.create(record("s"));
            store.append("s", List.of(seeing(0, started(0)), seeing(0, started(1))));

            assertThat(store.append("s", List.of(seeing(1, reported(1, 1, "a", 1)))))
                    .isInstanceOf(Store.Appended.Done.class);
            assertThat(store.append("s", List.of(seeing(1, reported(0, 1, "a", 1)))))
                    .isInstanceOf(Store.Appended.Done.class);
        }
    }

    /** Numbers have no gaps and no doubles. */
    @Test
    public void aNumberIsClaimedOnceAndInOrder() {
        try (var store = open()) {
            store.create(record("s"));

            assertThat(store.append("s", List.of(seeing(0, started(1))))).isInstanceOf(Store.Appended.Conflict.class);
            assertThat(store.append("s", List.of(seeing(0, started(0))))).isInstanceOf(Store.Appended.Done.class);
            assertThat(store.append("s", List.of(seeing(0, started(0))))).isInstanceOf(Store.Appended.Conflict.class);
            assertThat(store.append("s", List.of(seeing(0, reported(7, 1, "a", 1)))))
                    .isInstanceOf(Store.Appended.Conflict.class);
        }
    }

    /** Who offers several beginnings gets the one whose number is the next, with its lease, and no other. */
    @Test
    public void ofSeveralBeginningsTheOneWhoseNumberIsTheNextIsTaken() {
        try (var store = open()) {
            store.create(record("s"));
            store.append("s", List.of(seeing(0, started(0))));

            assertThat(store.begin("s", beginnings("a", 0, 0, 1, 2)))
                    .as("another has the first number")
                    .isEqualTo(new Store.Appended.Done(2));
            assertThat(store.leases("s"))
                    .singleElement()
                    .satisfies(lease -> assertThat(lease.trial()).isEqualTo(1))
                    .satisfies(lease -> assertThat(lease.worker()).isEqualTo("a"));
            assertThat(store.begin("s", beginnings("b", 0, 3, 4)))
                    .as("a number before them is free")
                    .isInstanceOf(Store.Appended.Conflict.class);
            assertThat(store.begin("s", beginnings("b", 0, 0, 1)))
                    .as("others have all of them")
                    .isInstanceOf(Store.Appended.Conflict.class);
            assertThat(store.begin("s", beginnings("b", 1, 1, 2)))
                    .as("a decision that there is not")
                    .isInstanceOf(Store.Appended.Conflict.class);
            assertThat(store.begin("s", beginnings("b", 0, 2))).isEqualTo(new Store.Appended.Done(3));

            assertThat(events(reopened(store), "s", 0)).containsExactly(started(0), started(1), started(2));
        }
    }

    private static List<Store.Beginning> beginnings(String worker, long seen, Integer... numbers) {
        return Stream.of(numbers)
                .map(number -> new Store.Beginning(
                        seeing(seen, started(number)),
                        new Store.LeaseChange.Taken(number, worker, Duration.ofHours(1))))
                .toList();
    }

    /** What is decided about the study itself has one version: of two who decide in the same state, one is refused. */
    @Test
    public void ofTwoDecisionsInTheSameStateOneIsRefused() {
        try (var store = open()) {
            store.create(record("s"));
            var first = SampleEvents.spaceChanged("a");
            var second = SampleEvents.enqueued(0.5);
            store.append("s", List.of(seeing(0, started(0)), seeing(0, first)));

            assertThat(store.append("s", List.of(seeing(0, second))))
                    .isEqualTo(new Store.Appended.Conflict(OptionalInt.empty(), 0, 1));
            assertThat(store.append("s", List.of(seeing(1, second), seeing(2, first))))
                    .isInstanceOf(Store.Appended.Done.class);
            assertThat(store.append("s", List.of(seeing(1, reported(0, 1, "a", 1)))))
                    .as("trials that run are not disturbed")
                    .isInstanceOf(Store.Appended.Done.class);
            assertThat(events(reopened(store), "s", 0).subList(1, 4)).containsExactly(first, second, first);
        }
    }

    /** A number is claimed only by who has seen all that was decided: nothing is begun that was forbidden before. */
    @Test
    public void whoHasNotSeenADecisionClaimsNoNumber() {
        try (var store = open()) {
            store.create(record("s"));
            store.append("s", List.of(seeing(0, SampleEvents.spaceChanged("a"))));

            assertThat(store.append("s", List.of(seeing(0, started(0)))))
                    .isEqualTo(new Store.Appended.Conflict(OptionalInt.of(0), 0, 1));
            assertThat(store.append("s", List.of(seeing(1, started(0)), seeing(1, started(1)))))
                    .isInstanceOf(Store.Appended.Done.class);
            assertThat(store.append("s", List.of(seeing(1, reported(1, 1, "a", 1)))))
                    .isInstanceOf(Store.Appended.Done.class);
        }
    }

    /** Many decide at once: each decision is there once, and in one order for all. */
    @Test
    public void manyDecideAtOnceAndNoDecisionIsLost() throws Exception {
        int each = 20;
        try (var store = open()) {
            store.create(record("s"));
            var pool = Executors.newFixedThreadPool(THREADS);
            try {
                var deciders = IntStream.range(0, THREADS)
                        .mapToObj(i -> decider(store, i, each))
                        .toList();
                for (var done : pool.invokeAll(deciders)) {
                    done.get();
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(events(store, "s", 0)).hasSize(THREADS * each).doesNotHaveDuplicates();
        }
    }

    private static Callable<Boolean> decider(Store store, int number, int count) {
        return () -> {
            for (int done = 0; done < count; ) {
                var event = SampleEvents.enqueued(number + done / 100.0);
                int seen = store.read("s", 0).size();
                done += store.append("s", List.of(seeing(seen, event))) instanceof Store.Appended.Done ? 1 : 0;
            }
            return true;
        };
    }

    /** Many claim at once, and a reader misses nothing and sees nothing twice. */
    @Test
    public void manyWritersClaimEveryNumberOnceAndAReaderMissesNothing() throws Exception {
        int each = 25;
        try (var store = open()) {
            store.create(record("s"));
            var pool = Executors.newFixedThreadPool(THREADS + 1);
            try {
                var reading = pool.submit(() -> follow(store, THREADS * each));
                var claims = pool.invokeAll(IntStream.range(0, THREADS)
                        .mapToObj(i -> claimer(store, each))
                        .toList());
                var claimed = new ArrayList<Integer>();
                for (var claim : claims) {
                    claimed.addAll(claim.get());
                }
                var all = IntStream.range(0, THREADS * each).boxed().toList();

                assertThat(claimed).containsExactlyInAnyOrderElementsOf(all);
                assertThat(reading.get()).isEqualTo(all);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static Callable<List<Integer>> claimer(Store store, int count) {
        return () -> {
            var mine = new ArrayList<Integer>();
            int next = 0;
            while (mine.size() < count) {
                if (store.append("s", List.of(seeing(0, started(next)))) instanceof Store.Appended.Done) {
                    mine.add(next);
                }
                next++;
                int there = store.read("s", 0).size();
                next = Math.min(next, there);
            }
            return mine;
        };
    }

    private static List<Integer> follow(Store store, int count) {
        var seen = new ArrayList<Integer>();
        long position = 0;
        while (seen.size() < count) {
            for (var logged : store.read("s", position)) {
                assertThat(logged.position()).isGreaterThan(position);
                position = logged.position();
                seen.add(((Event.OfTrial) logged.event()).trial());
            }
        }
        return seen;
    }

    /** What each of several threads came to that did this at the same moment. */
    private static <T> List<T> atOnce(int threads, IntFunction<Callable<T>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            for (var result :
                    pool.invokeAll(IntStream.range(0, threads).mapToObj(work).toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Of many who want the same number at the same moment one has it, and of many who tell one trial one is heard. */
    @Test
    public void ofManyWhoDoTheSameAtOnceOneIsFirst() throws Exception {
        try (var store = open()) {
            store.create(record("s"));
            for (int trial = 0; trial < 5; trial++) {
                int number = trial;
                assertThat(atOnce(2 * THREADS, i -> () -> store.append("s", List.of(seeing(0, started(number))))))
                        .as("claimed")
                        .filteredOn(Store.Appended.Done.class::isInstance)
                        .hasSize(1);
                assertThat(atOnce(
                                2 * THREADS,
                                i -> () -> store.append("s", List.of(seeing(1, completed(number, "a", i))))))
                        .as("told")
                        .filteredOn(Store.Appended.Done.class::isInstance)
                        .hasSize(1);
                assertThat(atOnce(2 * THREADS, i -> () -> store.lease("s", number, "w" + i, Duration.ofHours(1))))
                        .as("leased")
                        .filteredOn(taken -> taken)
                        .hasSize(1);
            }
            assertThat(store.read("s", 0)).hasSize(10);
        }
    }

    /** Who lost its trial to another worker is refused politely, as often as it tries, and disturbs nobody. */
    @Test
    public void theLateAnswerOfAWorkerThatLostItsTrialIsRefused() throws InterruptedException {
        try (var store = open()) {
            store.create(record("s"));
            assertThat(store.lease("s", 0, "late", Duration.ofMillis(30))).isTrue();
            store.append("s", List.of(seeing(0, started(0))));
            Thread.sleep(100);
            assertThat(store.lease("s", 0, "b", Duration.ofHours(1))).isTrue();
            store.append("s", List.of(seeing(1, resumed(0, "b"))));

            assertThat(store.lease("s", 0, "late", Duration.ofHours(1))).isFalse();
            for (int i = 0; i < 2; i++) {
                assertThat(store.append("s", List.of(seeing(1, completed(0, "a", 1)))))
                        .isEqualTo(new Store.Appended.Conflict(OptionalInt.of(0), 1, 2));
            }
            store.release("s", 0, "late");
            assertThat(store.leases("s").stream().map(Store.Lease::worker)).containsExactly("b");
            assertThat(store.append("s", List.of(seeing(2, completed(0, "a", 2)))))
                    .isInstanceOf(Store.Appended.Done.class);
            assertThat(store.append("s", List.of(seeing(2, completed(0, "a", 1)))))
                    .as("told by the other")
                    .isEqualTo(new Store.Appended.Conflict(OptionalInt.of(0), 2, 3));
            assertThat(events(reopened(store), "s", 0))
                    .containsExactly(started(0), resumed(0, "b"), completed(0, "a", 2));
        }
    }

    /** Many run whole trials at once: of each trial all events are there, once, and in its order. */
    @Test
    public void manyRunTrialsAtOnceAndEachIsWhole() throws Exception {
        int each = 10;
        try (var store = open()) {
            store.create(record("s"));
            var mine = atOnce(THREADS, i -> () -> {
                var numbers = claimer(store, each).call();
                for (int number : numbers) {
                    for (int k = 1; k <= 3; k++) {
                        assertThat(store.append("s", List.of(seeing(k, reported(number, k, "a", i)))))
                                .isInstanceOf(Store.Appended.Done.class);
                    }
                    store.append("s", List.of(seeing(4, completed(number, "a", i))));
                }
                return numbers;
            });
            var all = events(store, "s", 0);
            assertThat(all).hasSize(THREADS * each * 5);
            for (int i = 0; i < THREADS; i++) {
                for (int number : mine.get(i)) {
                    assertThat(all.stream().filter(event -> ((Event.OfTrial) event).trial() == number))
                            .containsExactly(
                                    started(number),
                                    reported(number, 1, "a", i),
                                    reported(number, 2, "a", i),
                                    reported(number, 3, "a", i),
                                    completed(number, "a", i));
                }
            }
        }
    }

    /** A lease keeps others away until it ends or is given back. */
    @Test
    public void aLeaseBelongsToOneWorkerUntilItEnds() throws InterruptedException {
        try (var store = open()) {
            store.create(record("s"));

            assertThat(store.lease("s", 0, "a", Duration.ofHours(1))).isTrue();
            assertThat(store.lease("s", 0, "b", Duration.ofHours(1))).isFalse();
            assertThat(store.lease("s", 0, "a", Duration.ofHours(2)))
                    .as("renewed")
                    .isTrue();
            assertThat(store.lease("s", 1, "b", Duration.ofHours(1)))
                    .as("of another trial")
                    .isTrue();
            store.release("s", 0, "b");
            assertThat(store.leases("s")).as("a stranger cannot give it back").hasSize(2);
            store.release("s", 0, "a");
            assertThat(store.lease("s", 0, "b", Duration.ofMillis(30))).isTrue();
            Thread.sleep(100);
            assertThat(store.leases("s").stream().map(Store.Lease::trial)).containsExactly(1);
            assertThat(store.lease("s", 0, "a", Duration.ofHours(1)))
                    .as("when it has ended")
                    .isTrue();
        }
    }

    /** Who begins a trial has its lease with it, and gives it back with its end; what is refused changes no lease. */
    @Test
    public void leasesChangeWithWhatIsAppendedOrNotAtAll() {
        try (var store = open()) {
            store.create(record("s"));
            var length = Duration.ofHours(1);

            store.append("s", List.of(seeing(0, started(0))), List.of(new Store.LeaseChange.Taken(0, "a", length)));
            assertThat(store.lease("s", 0, "b", length)).isFalse();
            store.append("s", List.of(seeing(0, started(0))), List.of(new Store.LeaseChange.Taken(1, "b", length)));
            store.append(
                    "s",
                    List.of(seeing(0, SampleEvents.completed(0, "a", 1))),
                    List.of(new Store.LeaseChange.GivenBack(0, "a")));
            assertThat(store.leases("s").stream().map(Store.Lease::trial))
                    .as("neither came too late")
                    .containsExactly(0);
            store.append(
                    "s",
                    List.of(seeing(1, SampleEvents.completed(0, "a", 1)), seeing(0, started(1))),
                    List.of(new Store.LeaseChange.GivenBack(0, "a"), new Store.LeaseChange.Taken(1, "a", length)));
            assertThat(store.leases("s").stream().map(Store.Lease::trial)).containsExactly(1);
        }
    }

    /** Names are taken once, and what is deleted is gone. */
    @Test
    public void aNameIsTakenOnceAndADeletedStudyIsGone() {
        try (var store = open()) {
            store.create(record("s"));
            store.append("s", List.of(seeing(0, started(0))));
            store.lease("s", 0, "a", Duration.ofHours(1));

            assertThatThrownBy(() -> store.create(record("s")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("study = s: is there already");
            store.delete("s");
            assertThat(store.studies()).isEmpty();
            store.create(record("s"));
            assertThat(store.read("s", 0)).isEmpty();
            assertThat(store.leases("s")).isEmpty();
        }
    }

    /** Whoever works on a study that was deleted writes nothing into another that has its name now. */
    @Test
    public void whoWorksOnADeletedStudyIsRefusedAlsoWhenAnotherHasItsName() {
        try (var store = open()) {
            store.create(record("s"));
            store.create(record("other"));
            var worker = store.only("s");
            worker.append("s", List.of(seeing(0, started(0))));
            assertThat(worker.lease("s", 0, "old", Duration.ofHours(1))).isTrue();
            assertThat(events(worker, "s", 0)).isEqualTo(events(store, "s", 0));

            store.delete("s");
            refused(worker);
            store.create(record("s"));
            store.append("s", List.of(seeing(0, started(0)), seeing(1, reported(0, 1, "loss", 1))));
            refused(worker);

            assertThat(events(store, "s", 0)).hasSize(2);
            assertThat(store.leases("s")).isEmpty();
            assertThat(events(store.only("s"), "s", 0)).hasSize(2);
            assertThat(worker.read("other", 0)).isEmpty();
        }
    }

    private static void refused(Store worker) {
        gone(() -> worker.append("s", List.of(seeing(1, reported(0, 1, "loss", 1)))));
        gone(() -> worker.append("s", List.of(seeing(0, started(0))), List.of()));
        gone(() -> worker.read("s", 0));
        gone(() -> worker.read("s", 1));
        gone(() -> worker.each("s", 0, logged -> {}));
        gone(() -> worker.decisions("s"));
        gone(() -> worker.lease("s", 0, "old", Duration.ofHours(1)));
        gone(() -> worker.release("s", 0, "old"));
        gone(() -> worker.leases("s"));
        gone(() -> worker.find("s"));
    }

    private static void gone(ThrowingCallable late) {
        assertThatThrownBy(late)
                .isInstanceOf(StudyGone.class)
                .hasMessageStartingWith("study = s: was deleted while it was worked on here");
    }

    /** Any text is a name, and studies do not see each other. */
    @Test
    public void anyTextIsANameAndStudiesDoNotMix() {
        try (var store = open()) {
            var names = List.of("a", "A", "gr\u00fcn \u65e5\u672c", "it's; drop table study --", "../x", " ");
            names.forEach(name -> store.create(record(name)));
            store.append("a", List.of(seeing(0, started(0))));

            assertThat(store.read("A", 0)).isEmpty();
            assertThat(store.find("b")).isEmpty();
            assertThat(reopened(store).studies().stream().map(StudyRecord::name))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    /** Whoever misspells a name is told. */
    @Test
    public void aStudyThatIsNotThereIsNamed() throws ExecutionException {
        try (var store = open()) {
            assertThatThrownBy(() -> store.append("nowhere", List.of(seeing(0, started(0)))))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("study = nowhere: is not in this store");
            assertThatThrownBy(() -> store.read("nowhere", 0)).hasMessageContaining("is not in this store");
            store.delete("nowhere");
        }
    }
}
