package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LivingStudyTest {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Parameter<Double> X = Parameter.real("x", 0, 1);
    private static final SearchSpace SPACE = SearchSpace.of(X, Parameter.categorical("kind", "a", "b"));

    private final Store store = new InMemoryStore();

    private Study create(SearchSpace space, Configuration... first) {
        return create(space, new RandomSearch(), first);
    }

    private Study create(SearchSpace space, Sampler sampler, Configuration... first) {
        return Study.create(
                store,
                new StudySpec(
                        "s",
                        3,
                        space,
                        List.of(Objective.minimize("loss")),
                        Fidelity.WHOLE,
                        new Budget.AnyOf(List.of()),
                        new StudySpec.Search(sampler, new RunToTheEnd()),
                        List.of(first),
                        Form.of(Map.of())),
                InstantSource.system(),
                LEASE);
    }

    private Study open() {
        return Study.open(store, "s", InstantSource.system(), LEASE);
    }

    private static ActiveTrial ask(Study study, String worker) {
        return ((Ask.Run) study.ask(new Claim(worker, 1, 1, Duration.ZERO))).trial();
    }

    private static Trial tried(Study study) {
        var trial = ask(study, "w");
        trial.tell(Measurements.of("loss", 0.5), 1);
        return trial.trial();
    }

    private static Configuration configuration(Object... pairs) {
        var values = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return Configuration.of(values);
    }

    /** Random search in whose first proposal something happens; in a study file it is called like that. */
    private record Interrupted() implements Sampler {
        private static final AtomicReference<Runnable> MEANWHILE = new AtomicReference<>(() -> {});

        @Override
        public String name() {
            return "random";
        }

        @Override
        public String help() {
            return "Is interrupted.";
        }

        @Override
        public Proposal suggest(Question question, RandomGenerator random) {
            MEANWHILE.getAndSet(() -> {}).run();
            return new RandomSearch().suggest(question, random);
        }
    }

    @Test
    void whatIsChangedWhileATrialIsProposedHoldsForThatTrial() {
        var study = create(SPACE, new Interrupted());
        var other = open();
        Interrupted.MEANWHILE.set(() -> {
            other.change(Parameter.real("x", 5, 6));
            // Another thread of this process looks what has happened.
            study.refresh();
        });

        var trial = tried(study);

        assertThat((Double) trial.configuration().values().get("x")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void noTrialBeginsBehindAPauseThatCameWhileItWasProposed() {
        var study = create(SPACE, new Interrupted());
        var other = open();
        Interrupted.MEANWHILE.set(() -> {
            other.order(Standing.PAUSED, "by hand");
            study.refresh();
        });

        assertThat(study.ask(new Claim("w", 1, 1, Duration.ZERO))).isInstanceOf(Ask.Finished.class);
        assertThat(study.refresh().trials()).isEmpty();
    }

    @Test
    void everyWorkerProposesInTheNewSpaceAndOldTrialsStay() {
        var study = create(SPACE);
        var other = open();
        for (int i = 0; i < 10; i++) {
            tried(study);
        }
        var before = study.history().trials().stream().map(Trial::configuration).toList();

        assertThat(other.change(Parameter.real("x", 0.5, 3), Parameter.categorical("kind", "b", "c")))
                .containsExactly("x: 0.5 to 3; was 0 to 1", "kind: b or c; was a or b");

        var proposed = new ArrayList<Configuration>();
        for (int i = 0; i < 40; i++) {
            proposed.add(tried(i % 2 == 0 ? study : other).configuration());
        }
        assertThat(proposed)
                .allSatisfy(each -> assertThat((Double) each.values().get("x")).isGreaterThanOrEqualTo(0.5));
        assertThat(proposed).anyMatch(each -> (Double) each.values().get("x") > 1);
        assertThat(proposed.stream().map(each -> each.values().get("kind"))).containsOnly("b", "c");
        assertThat(open().refresh().trials().subList(0, 10).stream().map(Trial::configuration))
                .isEqualTo(before);
        assertThat(open().spec()).as("what was settled at first stays").isEqualTo(study.spec());
        assertThat(open().space()).isEqualTo(study.space());
    }

    @Test
    void aProposalIsComputedAgainFromTheHistoryAsOfItsVersion() {
        var study = create(SPACE);
        for (int i = 0; i < 30; i++) {
            tried(study);
            if (i == 9) {
                study.change(Parameter.real("x", 0.5, 3));
            }
            if (i == 19) {
                study.change(Parameter.categorical("kind", "c"), Parameter.real("y", 0, 1));
            }
        }
        var again = History.EMPTY;
        int number = 0;
        for (var logged : store.read("s", 0)) {
            if (logged.event() instanceof Event.Started started) {
                assertThat(started.origin().historyVersion()).isEqualTo(again.version());
                var space = again.space().orElse(SPACE);
                var drawn = Encoding.of(space).draw(Seeds.generator(Seeds.of(3, number++, Seeds.Purpose.SAMPLER)));
                assertThat(started.configuration()).isEqualTo(drawn.orElseThrow());
            }
            again = again.and(logged.event());
        }
        assertThat(number).isEqualTo(30);
    }

    @Test
    void aNewParameterHasItsDefaultInEarlierTrialsAndInWhatWaits() {
        var study = create(SPACE, configuration("x", 0.1, "kind", "a"), configuration("x", 0.2, "kind", "b"));
        tried(study);
        study.enqueue(configuration("x", 0.9, "kind", "b"));
        study.change(List.of(
                new SearchSpace.Dimension(Parameter.real("y", 0, 1).withDefault(0.25), List.of()),
                new SearchSpace.Dimension(Parameter.real("z", 0, 1), List.of(new Condition("kind", Set.of("b"))))));

        assertThat(study.history().trial(0).configuration()).isEqualTo(configuration("x", 0.1, "kind", "a", "y", 0.25));
        assertThat(study.history().trial(0).version())
                .as("the trial itself did not change")
                .isEqualTo(2);
        assertThat(tried(study).configuration()).isEqualTo(configuration("x", 0.2, "kind", "b", "y", 0.25, "z", 0.5));
        assertThat(tried(study).configuration()).isEqualTo(configuration("x", 0.9, "kind", "b", "y", 0.25, "z", 0.5));
        assertThat(open().history().trials()).isEqualTo(study.history().trials());
    }

    @Test
    void aTrialThatRunsGoesOnWithWhatIsRetired() {
        var study = create(SearchSpace.of(X, Parameter.categorical("kind", "a")));
        var running = ask(study, "w");
        study.change(Parameter.categorical("kind", "b"));

        running.tell(Measurements.of("loss", 0.1), 1);
        assertThat(running.trial().completed()).isTrue();
        assertThat(tried(study).configuration().values()).containsEntry("kind", "b");
        assertThat(study.history()
                        .best(Objective.minimize("loss"))
                        .orElseThrow()
                        .number())
                .isZero();
    }

    @Test
    void whatIsEnqueuedOutlivesTheProcessAndIsTriedOnceInOrderByWhoeverAsks() {
        var study = create(SPACE, configuration("x", 0.1, "kind", "a"));
        var twice = configuration("x", 0.3, "kind", "b");
        assertThat(study.enqueue(twice)).isEqualTo(1);
        assertThat(study.enqueue(configuration("x", 0.4, "kind", "b"))).isEqualTo(2);
        assertThat(open().enqueue(twice)).isEqualTo(3);

        var seen = new ArrayList<Object>();
        var by = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var trial = tried(open());
            seen.add(trial.configuration().values().get("x"));
            by.add(trial.origin().sampler());
        }
        assertThat(seen.subList(0, 4)).containsExactly(0.1, 0.3, 0.4, 0.3);
        assertThat(by).containsExactly("default", "enqueued", "enqueued", "enqueued", "random");
        assertThat(open().history().waiting()).isEmpty();
        assertThatThrownBy(() -> study.enqueue(configuration("x", 7.0, "kind", "b")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("x = 7");
    }

    @Test
    void whatIsEnqueuedAndThenRetiredWaitsUntilItIsAllowedAgain() {
        var study = create(SPACE);
        study.enqueue(configuration("x", 0.3, "kind", "a"));
        study.change(Parameter.categorical("kind", "b"));

        assertThat(tried(study).origin().sampler()).isEqualTo("random");
        study.change(Parameter.categorical("kind", "a", "b"));
        assertThat(tried(study).configuration()).isEqualTo(configuration("x", 0.3, "kind", "a"));
    }

    @Test
    void aFiniteStudyThatWasExhaustedGoesOnWithWhatIsAddedAndEndsAgain() {
        var study = create(SearchSpace.of(Parameter.integer("n", 1, 3)));
        for (int i = 0; i < 3; i++) {
            tried(study);
        }
        var claim = new Claim("w", 1, 1, Duration.ZERO);
        assertThat(study.ask(claim)).isInstanceOf(Ask.Finished.class);
        study.change(Parameter.integer("n", 2, 5));

        assertThat(List.of(tried(study), tried(study)))
                .extracting(trial -> trial.configuration().values().get("n"))
                .containsExactlyInAnyOrder(4, 5);
        assertThat(study.ask(claim)).isInstanceOf(Ask.Finished.class);
    }

    @Test
    void aTrialOfElsewhereIsTakenInWhole() {
        var study = create(SPACE);
        int number = study.add(
                configuration("x", 0.5, "kind", "a"), new Outcome.Completed(Measurements.of("loss", 0.01)), 12);

        var trial = open().history().trial(number);
        assertThat(trial.completed()).isTrue();
        assertThat(trial.origin().sampler()).isEqualTo("imported");
        assertThat(trial.seconds()).isEqualTo(12);
        assertThatThrownBy(() ->
                        study.add(configuration("x", 0.5), new Outcome.Completed(Measurements.of("loss", 0.01)), 12))
                .hasMessageContaining("kind = nothing");
    }

    @Test
    void decisionsAreWrittenAndReadAsTheyWere() {
        var study = create(SPACE);
        tried(study);
        study.change(Parameter.real("x", 1 / 3.0, 3), Parameter.categorical("kind", "c"));
        study.enqueue(configuration("x", 0.7, "kind", "c"));

        var read = History.EMPTY;
        for (var logged : store.read("s", 0)) {
            var event = EventForms.fromForm(Json.parse(Json.write(EventForms.toForm(logged.event())), "event"));
            assertThat(event).isEqualTo(logged.event());
            read = read.and(event);
        }
        assertThat(read.space()).isEqualTo(Optional.of(study.space()));
        assertThat(read.waiting()).isEqualTo(study.history().waiting());
    }

    @Test
    void whoChangesAndWhoAsksAtOnceNeverBeginsWhatWasRetired() throws Exception {
        create(SearchSpace.of(Parameter.real("x", 0, 1)));
        var pool = Executors.newFixedThreadPool(4);
        try {
            var asking = IntStream.range(0, 3)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        var study = open();
                        for (int k = 0; k < 40; k++) {
                            ask(study, "w" + i).tell(Measurements.of("loss", 1), 1);
                        }
                        return true;
                    })
                    .toList();
            var all = asking.stream().map(pool::submit).toList();
            var changing = pool.submit(() -> {
                var study = open();
                for (int k = 1; k <= 30; k++) {
                    study.change(Parameter.real("x", k, k + 1));
                    Thread.sleep(2);
                }
                return true;
            });
            changing.get();
            for (var each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        double low = 0;
        var x = new ArrayList<Double>();
        for (var logged : store.read("s", 0)) {
            if (logged.event() instanceof Event.SpaceChanged) {
                low++;
            } else if (logged.event() instanceof Event.Started started) {
                assertThat((Double) started.configuration().values().get("x")).isBetween(low, low + 1);
                x.add(low);
            }
        }
        assertThat(low).isEqualTo(30);
        assertThat(x).hasSize(120);
    }

    @Test
    void twoWhoChangeAtOnceBothHaveTheirWay() throws Exception {
        create(SearchSpace.of(X, Parameter.integer("n", 0, 0), Parameter.integer("m", 0, 0)));
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var done : pool.invokeAll(List.of(changer("n"), changer("m")))) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(open().history().changes()).hasSize(40);
        assertThat(open().space().find("n").orElseThrow().rangeInWords()).isEqualTo("0 to 20");
        assertThat(open().space().find("m").orElseThrow().rangeInWords()).isEqualTo("0 to 20");
    }

    private Callable<Boolean> changer(String name) {
        return () -> {
            var study = open();
            for (int k = 1; k <= 20; k++) {
                study.change(Parameter.integer(name, 0, k));
            }
            return true;
        };
    }

    @Test
    void aStudyWhoseTrialsAskForTheirParametersIsChangedByTheProgramAlone() {
        var study = create(SearchSpace.empty());
        var trial = ask(study, "w");
        trial.suggest(X);
        trial.tell(Measurements.of("loss", 1), 1);

        assertThatThrownBy(() -> study.change(Parameter.real("x", 0, 9)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("parameter = x: is not declared by the study");
    }
}
