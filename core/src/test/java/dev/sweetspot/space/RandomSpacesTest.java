package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The promises of the encoding on a seeded stream of spaces: nested conditions, scales, steps and relations. */
class RandomSpacesTest {
    private static final int SPACES = 300;

    @Test
    void theEncodingKeepsItsPromisesOnEverySpace() {
        int feasible = 0;
        for (int seed = 0; seed < SPACES; seed++) {
            var random = new SplittableRandom(seed);
            var space = space(random, false);
            var encoding = Encoding.of(space);
            var answer = encoding.feasibility();
            var drawn = encoding.draw(random);
            if (drawn.isEmpty()) {
                assertThat(answer).as("seed %d: %s", seed, space).isNotInstanceOf(Feasibility.Feasible.class);
                continue;
            }
            feasible++;
            assertThat(answer).as("seed %d: %s", seed, space).isNotInstanceOf(Feasibility.Empty.class);
            for (int i = 0; i < 10; i++) {
                check(encoding, encoding.draw(random).orElseThrow(), random, seed);
            }
            var text = Json.write(SpaceForms.toForm(space));
            assertThat(SpaceForms.fromForm(Json.parse(text, "t"), SpaceForms.relationsToForm(space)))
                    .as("seed %d", seed)
                    .isEqualTo(space);
        }
        assertThat(feasible).isGreaterThan(SPACES / 2);
    }

    private static void check(Encoding encoding, Configuration drawn, SplittableRandom random, int seed) {
        assertThat(encoding.violations(drawn)).as("seed %d: %s", seed, drawn).isEmpty();
        assertThat(encoding.feasible(drawn)).isTrue();
        encoding.decode(encoding.encode(drawn))
                .ifPresent(again -> drawn.values().forEach((name, value) -> {
                    var other = again.values().get(name);
                    if (value instanceof Double number) {
                        assertThat((Double) other)
                                .as("seed %d: %s", seed, name)
                                .isCloseTo(
                                        number,
                                        org.assertj.core.data.Offset.offset(1e-9 * Math.max(1, Math.abs(number))));
                    } else {
                        assertThat(other).as("seed %d: %s", seed, name).isEqualTo(value);
                    }
                }));
        assertThat(encoding.neighbours(drawn, random)).allMatch(encoding::feasible);
        var point = new double[encoding.dimensions()];
        for (int i = 0; i < point.length; i++) {
            point[i] = random.nextDouble();
        }
        encoding.repair(point, random)
                .ifPresent(repaired -> assertThat(encoding.feasible(repaired)).isTrue());
    }

    @Test
    void finiteSpacesAreListedOnceAndNoDrawIsOutsideTheList() {
        for (int seed = 0; seed < SPACES; seed++) {
            var random = new SplittableRandom(seed);
            var encoding = Encoding.of(space(random, true));
            if (encoding.size().orElseThrow().bitLength() > 14) {
                continue;
            }
            var all = new ArrayList<Configuration>();
            encoding.enumerate().forEachRemaining(all::add);
            var set = new HashSet<>(all);
            assertThat(set).as("seed %d", seed).hasSameSizeAs(all);
            assertThat(all).allMatch(encoding::feasible);
            if (encoding.space().relations().isEmpty()) {
                assertThat(encoding.size().orElseThrow().intValueExact()).isEqualTo(all.size());
            }
            assertThat(encoding.draw(random).isPresent()).as("seed %d", seed).isEqualTo(!all.isEmpty());
            assertThat(encoding.feasibility() instanceof Feasibility.Empty)
                    .as("seed %d: %s", seed, encoding.space())
                    .isEqualTo(all.isEmpty());
            for (int i = 0; i < 10 && !all.isEmpty(); i++) {
                assertThat(set).contains(encoding.draw(random).orElseThrow());
            }
        }
    }

    private static SearchSpace space(SplittableRandom random, boolean finite) {
        var space = SearchSpace.empty();
        var parents = new ArrayList<Parameter<?>>();
        var numbers = new ArrayList<Parameter<?>>();
        int size = 1 + random.nextInt(6);
        for (int i = 0; i < size; i++) {
            var parameter = parameter("p" + i, random, finite);
            var conditions = new ArrayList<Condition>();
            if (!parents.isEmpty() && random.nextInt(3) == 0) {
                conditions.add(condition(parents.get(random.nextInt(parents.size())), random));
            }
            space = space.with(parameter, conditions.toArray(new Condition[0]));
            if (parameter instanceof RealParameter || parameter instanceof IntegerParameter) {
                numbers.add(parameter);
            } else {
                parents.add(parameter);
            }
        }
        for (int i = random.nextInt(3); i > 0 && !numbers.isEmpty(); i--) {
            space = space.with(relation(numbers, random));
        }
        return space;
    }

    private static <T> Condition condition(Parameter<T> parent, SplittableRandom random) {
        var axis = Axis.of(parent);
        var value = axis.at(random.nextLong(axis.size().orElseThrow()));
        return new Condition(parent.name(), java.util.Set.of(parent.label(value)));
    }

    private static Parameter<?> parameter(String name, SplittableRandom random, boolean finite) {
        return switch (random.nextInt(finite ? 5 : 7)) {
            case 0 -> Parameter.categorical(name, "a", "b", "c");
            case 1 -> Parameter.bool(name);
            case 2 -> Parameter.integer(name, -2, random.nextInt(6));
            case 3 -> Parameter.real(name, 0, 1).withStep(0.25);
            case 4 -> Parameter.integer(name, 1, 8).logarithmic();
            case 5 -> Parameter.real(name, 1e-3, 10).logarithmic();
            default -> Parameter.real(name, -1, 2);
        };
    }

    private static Relation relation(List<Parameter<?>> numbers, SplittableRandom random) {
        var factors = new LinkedHashMap<String, Double>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            factors.put(
                    numbers.get(random.nextInt(numbers.size())).name(),
                    (double) (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1));
        }
        var comparisons = Relation.Comparison.values();
        return new Relation.Linear(factors, comparisons[random.nextInt(3)], random.nextInt(-4, 8) / 2.0);
    }
}
