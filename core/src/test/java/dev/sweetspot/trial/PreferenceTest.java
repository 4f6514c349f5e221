package dev.sweetspot.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<Objective> BOTH = List.of(Objective.maximize("accuracy"), Objective.minimize("size"));

    private static Problem problem(Preference preference) {
        return new Problem(SearchSpace.empty(), BOTH, List.of(), Fidelity.epochs(9), preference);
    }

    private static Measurements values(double accuracy, double size) {
        return Measurements.of("accuracy", accuracy).and("size", size);
    }

    private static History with(History history, double accuracy, double size) {
        int number = history.size();
        return history.and(new Event.Started(
                        number, NOON, Configuration.empty(), Origin.given("by hand"), Start.FRESH, 9, "worker", 1))
                .and(new Event.Reported(number, NOON, 3, values(accuracy / 2, size), 3, Optional.empty()))
                .and(new Event.Finished(number, NOON, new Outcome.Completed(values(accuracy, size)), 9));
    }

    /** The front is 0, 1, 2, 3, as wide as 0.4 of accuracy and 30 of size; trial 4 is dominated, trial 5 in the dent. */
    private static History trials() {
        var history = History.EMPTY;
        history = with(history, 0.5, 10);
        history = with(history, 0.8, 20);
        history = with(history, 0.85, 30);
        history = with(history, 0.9, 40);
        history = with(history, 0.7, 35);
        return with(history, 0.82, 28);
    }

    private static int best(Preference preference) {
        return trials().best(problem(preference)).orElseThrow().number();
    }

    private static double score(Preference preference, int trial) {
        var view = PreferenceView.of(problem(preference), trials());
        assertThat(view.problem().objectives()).hasSize(1);
        var objective = view.problem().objectives().get(0);
        return objective.loss(
                view.history().trial(trial).value(objective.name()).orElseThrow());
    }

    @Test
    void aWeightedSumIsMeasuredInTheWidthOfTheFront() {
        var even = new Preference.WeightedSum(Map.of("accuracy", 1.0, "size", 1.0));
        assertThat(score(even, 0)).isCloseTo((0.4 / 0.4 + 0) / 2, within(1e-12));
        assertThat(score(even, 1)).isCloseTo((0.1 / 0.4 + 10 / 30.0) / 2, within(1e-12));
        assertThat(score(even, 4)).isCloseTo((0.2 / 0.4 + 25 / 30.0) / 2, within(1e-12));
        assertThat(best(even)).isEqualTo(1);
        assertThat(best(new Preference.WeightedSum(Map.of("accuracy", 20.0, "size", 1.0))))
                .isEqualTo(3);
        assertThat(best(new Preference.WeightedSum(Map.of("accuracy", 0.0, "size", 1.0))))
                .isZero();
    }

    @Test
    void widthsThatWereGivenDoNotFollowTheTrials() {
        var worth = new Preference.WeightedSum(
                Map.of("accuracy", 1.0, "size", 1.0), Map.of("accuracy", 0.01, "size", 10.0));
        assertThat(score(worth, 2) - score(worth, 3)).isCloseTo((0.05 / 0.01 - 10 / 10.0) / 2, within(1e-12));
        assertThat(best(worth)).isEqualTo(3);
    }

    @Test
    void theDistanceIsTheLargestPartAndALittleOfAll() {
        var even = new Preference.Tchebycheff(Map.of("accuracy", 1.0, "size", 1.0));
        double accuracy = 0.1 / 0.4 / 2;
        double size = 10 / 30.0 / 2;
        assertThat(score(even, 1)).isCloseTo(size + 0.05 * (accuracy + size), within(1e-12));
        var aspiring = new Preference.Tchebycheff(
                Map.of("accuracy", 1.0, "size", 1.0), Map.of("accuracy", 0.84, "size", 31.0), Map.of());
        assertThat(best(aspiring)).isEqualTo(2);
        assertThat(score(aspiring, 2)).as("surpassed in both").isNegative();
    }

    /** Trial 1 lies in a dent: above the line from trial 0 to trial 2. */
    @Test
    void aDentInTheFrontIsReachedByTheDistanceOnly() {
        var history = with(with(with(History.EMPTY, 1, 100), 0.5, 70), 0, 0);
        for (double weight = 0; weight <= 1; weight += 0.05) {
            var sum = new Preference.WeightedSum(Map.of("accuracy", weight, "size", 1 - weight));
            assertThat(history.best(problem(sum)).orElseThrow().number()).isNotEqualTo(1);
        }
        var distance = new Preference.Tchebycheff(Map.of("accuracy", 1.0, "size", 1.0));
        assertThat(history.best(problem(distance)).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void aLaterObjectiveDecidesAmongThoseWithinTheTolerance() {
        assertThat(best(order(0))).isEqualTo(3);
        assertThat(best(order(0.06))).isEqualTo(2);
        assertThat(best(order(0.11))).isEqualTo(1);
        assertThat(score(order(0.06), 1)).as("beyond it").isGreaterThan(1);
        assertThat(score(order(0.06), 3)).as("within it").isLessThan(1);
    }

    private static Preference order(double tolerance) {
        return new Preference.Lexicographic(
                List.of(new Preference.Priority("accuracy", tolerance), new Preference.Priority("size", 0)));
    }

    @Test
    void theFrontIsWhatNoOtherTrialBeatsAndItsBestIsNearestToTheBestOfEach() {
        var front = problem(Preference.front());
        assertThat(trials().front(front).stream().map(Trial::number)).containsExactly(3, 2, 5, 1, 0);
        assertThat(trials().best(front).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void aRegionBecomesLimitsAndAReference() {
        var region = problem(new Preference.Region(Map.of("accuracy", 0.81, "size", 35.0)));
        assertThat(trials().front(region).stream().map(Trial::number)).containsExactly(2, 5);
        var view = PreferenceView.of(region, trials());
        assertThat(view.problem().objectives()).isEqualTo(BOTH);
        assertThat(view.problem().constraints())
                .extracting(Constraint::inWords)
                .containsExactly("accuracy >= 0.81", "size <= 35.0");
        assertThat(view.problem().preference())
                .isEqualTo(new Preference.Reference(Map.of("accuracy", 0.81, "size", 35.0)));
        var nobody = problem(new Preference.Region(Map.of("accuracy", 0.99)));
        assertThat(trials().front(nobody)).hasSize(5);
    }

    @Test
    void whatDoesNotKeepALimitIsNeitherBestNorOnTheFront() {
        var limit = new Constraint("size", Constraint.Bound.AT_MOST, 25, Constraint.Known.AFTER);
        var front = problem(Preference.front()).with(List.of(limit));
        assertThat(trials().front(front).stream().map(Trial::number)).containsExactly(1, 0);
        var sum = front.with(new Preference.WeightedSum(Map.of("accuracy", 20.0, "size", 1.0)));
        assertThat(trials().best(sum).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void reportsHaveScoresToo() {
        var view =
                PreferenceView.of(problem(new Preference.WeightedSum(Map.of("accuracy", 1.0, "size", 1.0))), trials());
        var name = view.problem().objectives().get(0).name();
        assertThat(view.history().trial(0).curve().value(name, 0))
                .isCloseTo(((0.9 - 0.25) / 0.4 + 0) / 2, within(1e-12));
    }

    @Test
    void aViewThatIsGoneOnWithIsTheOneThatWouldBeMade() {
        var problem = problem(new Preference.Tchebycheff(Map.of("accuracy", 1.0, "size", 1.0)));
        var view = PreferenceView.of(problem, History.EMPTY);
        var history = History.EMPTY;
        for (int i = 0; i < 40; i++) {
            history = with(history, 0.5 + (i * 37 % 40) / 100.0, 10 + (i * 23 % 40));
            view = view.then(problem, history);
            assertThat(view.history().trials())
                    .usingRecursiveComparison()
                    .isEqualTo(PreferenceView.of(problem, history).history().trials());
        }
    }

    @Test
    void aQuestionIsSeenOnce() {
        var memory = new Memory();
        var stated = problem(new Preference.WeightedSum(Map.of("accuracy", 1.0, "size", 1.0)));
        var question = new Question(stated, trials(), Means.ENDLESS, memory);
        assertThat(question.objectives()).hasSize(1);
        assertThat(question.history().version()).isEqualTo(trials().version());
        var again = new Question(question.problem(), question.history(), Means.ENDLESS, question.memory());
        assertThat(again.history()).isSameAs(question.history());
    }

    @Test
    void whatEarlierStudiesFoundIsScoredInTheirOwnMeasure() {
        var related = new Knowledge.Related(
                "before",
                List.of(
                        new Knowledge.Result(Configuration.empty(), values(0.1, 1000)),
                        new Knowledge.Result(Configuration.empty(), values(0.3, 5000)),
                        new Knowledge.Result(Configuration.empty(), Measurements.of("accuracy", 0.3))));
        var problem = problem(new Preference.WeightedSum(Map.of("accuracy", 1.0, "size", 1.0)));
        var question = new Question(
                problem, trials(), Means.ENDLESS, new Knowledge(List.of(), List.of(), List.of(related)), new Memory());
        var name = question.objectives().get(0).name();
        var results = question.knowledge().related().get(0).results();
        assertThat(results.get(0).values().find(name).orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(results.get(1).values().find(name).orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(results.get(2).values().find(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"weights\":{\"accuracy\":2,\"size\":1}}",
                "{\"weights\":{\"accuracy\":2,\"size\":1},\"widths\":{\"accuracy\":0.01,\"size\":10}}",
                "{\"tchebycheff\":{\"accuracy\":1,\"size\":1},\"aspired\":{\"accuracy\":0.9,\"size\":5}}",
                "{\"order\":[{\"objective\":\"accuracy\",\"tolerance\":0.01},\"size\"]}",
                "{\"within\":{\"accuracy\":0.9}}",
                "{\"reference\":{\"accuracy\":0.5,\"size\":100}}"
            })
    void whatIsWrittenIsWhatIsRead(String json) {
        var preference = PreferenceForms.fromForm(Json.parseMap(json, "file"), BOTH);
        var again =
                PreferenceForms.fromForm(Json.parseMap(Json.write(PreferenceForms.toForm(preference)), "copy"), BOTH);
        assertThat(again).isEqualTo(preference);
        assertThat(preference.inWords()).isNotBlank();
    }

    @Test
    void listsFollowTheObjectivesAndLimitsAreReadAsPeopleWriteThem() {
        assertThat(read("{\"weights\":[2,1]}"))
                .isEqualTo(new Preference.WeightedSum(Map.of("accuracy", 2.0, "size", 1.0)));
        assertThat(read("{\"within\":[\"accuracy >= 90 %\",\"size <= 2MB\"]}"))
                .isEqualTo(new Preference.Region(Map.of("accuracy", 0.9, "size", 2e6)));
    }

    private static Preference read(String json) {
        return PreferenceForms.fromForm((Form) Json.parseMap(json, "file"), BOTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"weights\":[1]} ~ must be one for each objective: accuracy, size",
                "{\"weights\":{\"acuracy\":1,\"size\":1}} ~ Maybe accuracy?",
                "{\"weights\":{\"accuracy\":1}} ~ must say something of size",
                "{\"weights\":[0,0]} ~ must have one above 0",
                "{\"weights\":[1,-1]} ~ weight of size = -1:",
                "{\"weights\":[1,1],\"order\":[]} ~ must say one of",
                "{\"weights\":[1,1],\"aspired\":[1,1]} ~ does not go with weights",
                "{\"weigths\":[1,1]} ~ Maybe weights?",
                "{\"order\":[\"accuracy\"]} ~ must say something of size",
                "{\"order\":[\"accuracy\",\"accuracy\"]} ~ must name each objective once",
                "{\"order\":[{\"objective\":\"accuracy\",\"tolerance\":-1},\"size\"]} ~ tolerance = -1",
                "{\"within\":[\"accuracy <= 0.9\"]} ~ as accuracy is maximized",
                "{\"within\":{}} ~ must name an objective",
                "{\"widths\":[1,1]} ~ must say one of",
            })
    void whatCannotBePreferredIsRefusedWithItsName(String example) {
        var parts = example.split(" ~ ", 2);
        assertThatThrownBy(() -> read(parts[0]))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(parts[1]);
    }
}
