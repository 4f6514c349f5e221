package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private static final Objective ACCURACY = Objective.maximize("accuracy");
    private static final SearchSpace WIDE =
            SearchSpace.of(Parameter.real("rate", 0, 1), Parameter.categorical("kind", "a", "b"));

    private static void study(Store store, String name, SearchSpace space, Objective objective, int trials) {
        var spec = new StudySpec(
                name,
                3,
                space,
                List.of(objective),
                Fidelity.WHOLE,
                new Budget.Trials(trials),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        var study = Study.create(store, spec, () -> Instant.EPOCH, Duration.ofMinutes(1));
        for (int i = 0; i < trials; i++) {
            var run = (Ask.Run) study.ask(new Claim("w", 1, 1, Duration.ZERO));
            run.trial().complete(Measurements.of(objective.name(), i).and("more", 1), 1);
        }
    }

    private static Problem now(SearchSpace space) {
        return Problem.of(space, ACCURACY);
    }

    @Test
    void studiesOfTheSameObjectiveAndParametersAreLearntFromAndOthersAreNamed() {
        var store = new InMemoryStore();
        study(store, "like", WIDE, ACCURACY, 20);
        study(store, "error", WIDE, Objective.minimize("error"), 20);
        study(store, "turned", WIDE, Objective.minimize("accuracy"), 20);
        study(store, "stranger", SearchSpace.of(Parameter.real("depth", 0, 1)), ACCURACY, 20);
        study(store, "short", WIDE, ACCURACY, 3);
        study(store, "own", WIDE, ACCURACY, 20);

        var lessons = Lessons.of(store, now(WIDE), Optional.of("own"));

        assertThat(lessons.related()).hasSize(1);
        assertThat(lessons.related().get(0).study()).isEqualTo("like");
        assertThat(lessons.related().get(0).results()).hasSize(20);
        assertThat(lessons.related().get(0).results().get(7).values()).isEqualTo(Measurements.of("accuracy", 7));
        assertThat(lessons.leftOut())
                .containsOnly(
                        Map.entry("error", "it did not seek accuracy"),
                        Map.entry("turned", "it did not seek accuracy"),
                        Map.entry("stranger", "it has no parameter in common"),
                        Map.entry("short", "it has only 3 completed trials in the ranges of now"));
        assertThat(lessons.inWords())
                .startsWith("Learns from like (20 trials); left out: error (it did not seek accuracy), short");
    }

    @Test
    void trialsAreTakenAsTheyAreInTheSpaceOfNow() {
        var store = new InMemoryStore();
        study(store, "before", WIDE, ACCURACY, 60);
        var narrow = SearchSpace.of(Parameter.real("rate", 0, 0.5), Parameter.integer("layers", 1, 9));

        var results = Lessons.of(store, "before", now(narrow)).related().get(0).results();

        assertThat(results).hasSizeBetween(15, 45);
        assertThat(results).allSatisfy(result -> {
            narrow.check(result.configuration());
            assertThat(result.configuration().values()).containsEntry("layers", 5);
        });
    }

    @Test
    void ofManyTrialsSomeAreKeptFromTheBestToTheWorst() {
        var store = new InMemoryStore();
        study(store, "long", WIDE, ACCURACY, 700);

        var results = Lessons.of(store, "long", now(WIDE)).related().get(0).results();

        assertThat(results).hasSize(300);
        assertThat(results)
                .extracting(result -> result.values().find("accuracy").orElseThrow())
                .contains(699.0)
                .isSorted();
    }

    @Test
    void aStudyThatWasNamedMustTeachSomething() {
        var store = new InMemoryStore();
        study(store, "error", WIDE, Objective.minimize("error"), 20);

        assertThatThrownBy(() -> Lessons.of(store, "errors", now(WIDE)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("study to learn from = errors: is not in this store. Maybe error?");
        assertThatThrownBy(() -> Lessons.of(store, "error", now(WIDE)))
                .hasMessage("study to learn from = error: can teach nothing: it did not seek accuracy.");
    }

    @Test
    void studiesOfOneNameInTwoStoresStayApart() {
        var store = new InMemoryStore();
        study(store, "like", WIDE, ACCURACY, 5);
        var lessons = Lessons.of(store, now(WIDE), Optional.empty());

        assertThat(lessons.and(lessons).related())
                .extracting(each -> each.study())
                .containsExactly("like", "like (2)");
        assertThat(lessons.and(lessons).inWords()).isEqualTo("Learns from like (5 trials), like (2) (5 trials)");
    }
}
