package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpaceChangeTest {
    private static final SearchSpace SPACE = SearchSpace.of(
                    Parameter.real("rate", 1e-4, 0.1).logarithmic(),
                    Parameter.integer("layers", 1, 9).withStep(2),
                    Parameter.categorical("optimizer", "sgd", "adam"),
                    Parameter.ordinal("batch", 32, 64, 128))
            .with(Parameter.real("momentum", 0, 0.99), new Condition("optimizer", Set.of("sgd")))
            .with(Parameter.bool("flip"));

    private static SpaceChange change(SearchSpace space, Parameter<?>... wanted) {
        var dimensions = new ArrayList<SearchSpace.Dimension>();
        for (var parameter : wanted) {
            dimensions.add(new SearchSpace.Dimension(parameter, List.of()));
        }
        return SpaceChange.of(space, dimensions);
    }

    private static List<Object> drawn(SearchSpace space, String name) {
        var random = new SplittableRandom(5);
        var values = new ArrayList<Object>();
        for (int i = 0; i < 300; i++) {
            var value = Encoding.of(space).draw(random).orElseThrow().values().get(name);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static double least(List<Object> values) {
        return values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .min()
                .orElseThrow();
    }

    private static double most(List<Object> values) {
        return values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .max()
                .orElseThrow();
    }

    private static void refused(String message, Parameter<?> wanted) {
        assertThatThrownBy(() -> change(SPACE, wanted))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRangeIsWidenedOnOneSideAndNarrowedOnTheOther() {
        var change = change(SPACE, Parameter.real("rate", 1e-3, 10).logarithmic());

        assertThat(change.changes()).containsExactly("rate: 0.001 to 10; was 0.0001 to 0.1");
        var rates = drawn(change.space(), "rate");
        assertThat(least(rates)).isBetween(1e-3, 2e-3);
        assertThat(most(rates)).isBetween(3.0, 10.0);
        var old = Configuration.of(Map.of("rate", 1e-4, "layers", 1, "optimizer", "adam", "batch", 32, "flip", true));
        assertThat(Encoding.of(change.space()).encode(old)[0])
                .as("what was tried keeps its place")
                .isZero();
        assertThat(Encoding.of(change.space()).feasible(old)).isFalse();
    }

    @Test
    void aRangeThatWasNarrowedIsWidenedAgain() {
        var narrow =
                change(SPACE, Parameter.real("rate", 1e-3, 1e-2).logarithmic()).space();
        var wide = change(narrow, Parameter.real("rate", 1e-4, 0.1).logarithmic());

        assertThat(wide.changes()).containsExactly("rate: 0.0001 to 0.1; was 0.001 to 0.01");
        assertThat(wide.space()).isEqualTo(change(SPACE, Parameter.bool("flip")).space());
    }

    @Test
    void whatIsSoAlreadyIsNoChange() {
        var narrow =
                change(SPACE, Parameter.real("rate", 1e-3, 1e-2).logarithmic()).space();

        assertThat(change(narrow, Parameter.real("rate", 1e-3, 1e-2).logarithmic())
                        .changes())
                .isEmpty();
    }

    @Test
    void choicesAreAddedAndRetiredAndNothingHangsOnARetiredOne() {
        var change = change(SPACE, Parameter.categorical("optimizer", "adam", "lion"));

        assertThat(change.changes()).containsExactly("optimizer: adam or lion; was sgd or adam");
        assertThat(drawn(change.space(), "optimizer")).containsOnly("adam", "lion");
        assertThat(drawn(change.space(), "momentum")).isEmpty();
        assertThat(change.space().find("optimizer").orElseThrow().defaultValue())
                .isEqualTo("adam");
        var old = Configuration.of(
                Map.of("rate", 1e-3, "layers", 1, "optimizer", "sgd", "momentum", 0.5, "batch", 32, "flip", true));
        assertThat(Encoding.of(change.space()).encode(old)).doesNotContain(Double.NaN);
    }

    @Test
    void newNumbersGoBetweenTheOldOnesInTheirOrderAndAreOfTheirType() {
        var change = change(SPACE, Parameter.ordinal("batch", "16", "64", "96", "256"));
        var batch = (OrdinalParameter<?>) change.space().find("batch").orElseThrow();

        assertThat(batch.choices().stream().map(choice -> (Object) choice.value()))
                .containsExactly(16, 32, 64, 96, 128, 256);
        assertThat(drawn(change.space(), "batch")).containsOnly(16, 64, 96, 256);
        assertThatThrownBy(() -> change(SPACE, Parameter.ordinal("batch", "32", "many")))
                .hasMessageContaining("batch = \"many\": must be a number");
    }

    @Test
    void newWordsStandBesideTheirNeighbours() {
        var sizes = SearchSpace.of(Parameter.ordinal("size", "small", "large"));

        var grown = change(sizes, Parameter.ordinal("size", "tiny", "small", "medium", "large", "huge"));
        assertThat(grown.space().find("size").orElseThrow().rangeInWords())
                .isEqualTo("tiny, small, medium, large or huge");
        assertThatThrownBy(() -> change(sizes, Parameter.ordinal("size", "large", "small")))
                .hasMessageContaining("must be in the order that the choices had");
    }

    @Test
    void wholeNumbersStayOnTheirGrid() {
        var change = change(SPACE, Parameter.integer("layers", -3, 5));

        assertThat(drawn(change.space(), "layers")).containsOnly(-3, -1, 1, 3, 5);
        refused("layers = 0: must lie on the grid", Parameter.integer("layers", 0, 9));
        refused(
                "layers = 3: must lie on the grid",
                Parameter.integer("layers", 1, 9).withStep(3));
        var few = change(SPACE, Parameter.ordinal("layers", "3", "9", "13"));
        assertThat(drawn(few.space(), "layers")).containsOnly(3, 9, 13);
        assertThat(few.changes()).containsExactly("layers: 3 to 13 without 5, 7, 11; was 1 to 9");
    }

    @Test
    void stepsOfRealNumbersStayOnTheirGridToTheLastBit() {
        var space = SearchSpace.of(Parameter.real("drop", 0.1, 0.5).withStep(0.1));
        var change = change(space, Parameter.real("drop", 0, 0.7));

        assertThat(drawn(change.space(), "drop")).containsOnly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
        assertThat(change(space, Parameter.real("drop", 0.25, 0.4)).space())
                .satisfies(narrow -> assertThat(drawn(narrow, "drop")).containsOnly(0.3, 0.4));
        assertThatThrownBy(() -> change(space, Parameter.real("drop", 0.05, 0.5)))
                .hasMessageContaining("drop = 0.05: must lie on the grid of earlier values");
        assertThatThrownBy(() -> change(space, Parameter.real("drop", 0.12, 0.18)))
                .hasMessageContaining("must lie on the grid of earlier values");
    }

    @Test
    void aTruthIsSettled() {
        var change = change(SPACE, Parameter.categorical("flip", "true"));

        assertThat(drawn(change.space(), "flip")).containsOnly(true);
        assertThat(change.changes()).containsExactly("flip: only true; was false or true");
        assertThat(change(change.space(), Parameter.bool("flip")).changes())
                .containsExactly("flip: false or true; was only true");
    }

    @Test
    void aNumberIsFixed() {
        var change =
                change(SPACE, Parameter.real("rate", 0.003, 0.003).logarithmic(), Parameter.integer("layers", 3, 3));

        assertThat(drawn(change.space(), "rate")).containsOnly(0.003);
        assertThat(drawn(change.space(), "layers")).containsOnly(3);
        assertThat(Encoding.of(change.space()).defaults().orElseThrow().values())
                .containsEntry("rate", 0.003)
                .containsEntry("layers", 3);
    }

    @Test
    void aParameterIsAddedAndEarlierConfigurationsHaveItsDefaultWhereItIsActive() {
        var space = SpaceChange.of(
                        SPACE,
                        List.of(
                                new SearchSpace.Dimension(
                                        Parameter.categorical("optimizer", "sgd", "adam", "lion"), List.of()),
                                new SearchSpace.Dimension(
                                        Parameter.real("decay", 0, 0.1).withDefault(0.01),
                                        List.of(new Condition("optimizer", Set.of("adam", "lion")))),
                                new SearchSpace.Dimension(
                                        Parameter.real("momentum", 0, 0.99),
                                        List.of(new Condition("optimizer", Set.of("sgd", "lion"))))))
                .space();
        var encoding = Encoding.of(space);
        var adam = Map.<String, Object>of("rate", 1e-3, "layers", 1, "optimizer", "adam", "batch", 32, "flip", true);

        assertThat(encoding.completed(Configuration.of(adam)).values()).containsEntry("decay", 0.01);
        assertThat(encoding.feasible(encoding.completed(Configuration.of(adam))))
                .isTrue();
        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            var drawn = encoding.draw(random).orElseThrow().values();
            assertThat(drawn.containsKey("momentum"))
                    .isEqualTo(!drawn.get("optimizer").equals("adam"));
        }
    }

    @Test
    void whatWouldLoseTrialsOrCannotBeIsRefused() {
        refused("rate scale = linear: must stay as it is: log. Maybe log?", Parameter.real("rate", 1e-6, 1));
        refused("must stay of its kind", Parameter.categorical("rate", "low", "high"));
    }

    @Test
    void aConditionIsNeverLost() {
        assertThatThrownBy(() -> SpaceChange.of(
                        SPACE,
                        List.of(new SearchSpace.Dimension(
                                Parameter.real("momentum", 0, 0.99),
                                List.of(new Condition("optimizer", Set.of("adam")))))))
                .hasMessageContaining("must hold wherever it held before");
        assertThatThrownBy(() -> change(SPACE, Parameter.bool("flip"), Parameter.bool("flip")))
                .hasMessageContaining("is there twice");
    }

    @Test
    void aChangeThatLeavesNothingIsRefused() {
        var two = SearchSpace.of(Parameter.real("x", 0, 10), Parameter.real("y", 0, 10));
        var ordered = two.with(
                Relation.order(two.find("x").orElseThrow(), two.find("y").orElseThrow()));

        assertThatThrownBy(() -> change(ordered, Parameter.real("x", 8, 10), Parameter.real("y", 0, 5)))
                .hasMessageContaining("no configuration keeps");
        var left = change(ordered, Parameter.real("x", 4, 10), Parameter.real("y", 0, 5))
                .space();
        assertThat(least(drawn(left, "y"))).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aChangedSpaceIsWrittenAndReadAsItIsToTheLastBit() {
        var odd = change(
                        SPACE.with(Parameter.real("weight-decay", 0, 1)),
                        Parameter.real("rate", 1.0 / 3e3, 1 / 3.0).logarithmic(),
                        Parameter.real("weight-decay", 1 / 7.0, 0.5),
                        Parameter.categorical("optimizer", "adam"))
                .space();
        var parameters = Json.parse(Json.write(SpaceForms.toForm(odd)), "copy");
        var relations = (ListForm) Json.parse(Json.write(SpaceForms.relationsToForm(odd)), "copy");

        assertThat(SpaceForms.fromForm(parameters, relations)).isEqualTo(odd);
    }

    @Test
    void retiredChoicesAndNarrowRangesDoNotSlowDrawsNorRepairs() {
        var space = SearchSpace.empty();
        var wanted = new ArrayList<Parameter<?>>();
        for (int i = 0; i < 6; i++) {
            space = space.with(Parameter.real("x" + i, 0, 1));
            var choices = new String[20];
            for (int k = 0; k < choices.length; k++) {
                choices[k] = "c" + k;
            }
            space = space.with(Parameter.categorical("k" + i, choices));
            wanted.add(Parameter.real("x" + i, 0.5, 0.51));
            wanted.add(Parameter.categorical("k" + i, "c3"));
        }
        var narrow = change(space, wanted.toArray(Parameter<?>[]::new)).space();
        var encoding = Encoding.of(narrow);
        var random = new SplittableRandom(3);
        double best = Double.POSITIVE_INFINITY;
        // The time of the processor, in the best of some rounds: a busy machine compiles late.
        var clock = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 60 && best >= 100; round++) {
            long start = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < 500; i++) {
                assertThat(encoding.draw(random)).isPresent();
                assertThat(encoding.repair(random.doubles(12).toArray(), random))
                        .isPresent();
            }
            best = Math.min(best, (clock.getCurrentThreadCpuTime() - start) / 500e3);
        }
        assertThat(best).as("microseconds for both").isLessThan(100);
    }

    @Test
    void neighboursOfWhatIsRetiredAreThoseOfWhatIsNear() {
        var space = change(SPACE, Parameter.categorical("optimizer", "adam")).space();
        var old = Configuration.of(
                Map.of("rate", 1e-3, "layers", 1, "optimizer", "sgd", "momentum", 0.5, "batch", 32, "flip", true));
        var near = Encoding.of(space).neighbours(old, new SplittableRandom(1));

        assertThat(near).hasSizeGreaterThan(5).allMatch(Encoding.of(space)::feasible);
    }

    @Test
    void spreadPointsLieSpreadOnWhatIsLeft() {
        var space =
                change(SPACE, Parameter.real("rate", 1e-3, 1e-2).logarithmic()).space();
        var encoding = Encoding.of(space);
        var rates = new ArrayList<Double>();
        for (double u : new double[] {0, 0.5, 1}) {
            var point = new double[] {u, 0.5, 0.5, 0.5, 0.5, 0.5};
            rates.add((Double) encoding.decode(encoding.opened(point))
                    .orElseThrow()
                    .values()
                    .get("rate"));
        }
        assertThat(rates.get(0)).isCloseTo(1e-3, withPercentage(1e-6));
        assertThat(rates.get(1)).isCloseTo(Math.sqrt(1e-5), withPercentage(1e-6));
        assertThat(rates.get(2)).isCloseTo(1e-2, withPercentage(1e-6));
    }

    @Test
    void beliefsKeepTheirWidthAndGoWithTheirValue() {
        var beliefs = List.of(new Belief("rate", 1e-3, 0.1), new Belief("optimizer", "sgd", 0.2));
        var space = change(
                        SPACE,
                        Parameter.real("rate", 1e-4, 100).logarithmic(),
                        Parameter.categorical("optimizer", "adam"))
                .space();

        assertThat(Belief.inSpace(beliefs, SPACE, space)).singleElement().satisfies(belief -> {
            assertThat(belief.parameter()).isEqualTo("rate");
            assertThat(belief.spread()).isCloseTo(0.05, offset(1e-12));
        });
    }
}
