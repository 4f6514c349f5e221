package dev.sweetspot.studio.playground;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each lesson says is what our trainer does: with its own points and start, and with others. */
@Tag("once")
class LessonClaimsTest {
    private static final Map<String, BiConsumer<Seen, Seen>> CLAIMS = Map.ofEntries(
            entry("rate-too-large", (first, second) -> {
                assertThat(first.trainingLoss()).isLessThan(0.1);
                assertThat(second.largestRise()).isGreaterThan(10 * first.largestRise());
                assertThat(second.broken() || second.trainingLoss() > 5 * first.trainingLoss())
                        .isTrue();
            }),
            entry("rate-too-small", (first, second) -> {
                assertThat(second.largestRise()).isLessThan(0.01);
                assertThat(second.trainingLoss()).isGreaterThan(10 * first.trainingLoss());
                assertThat(first.firstEpochBelow(second.trainingLoss())).isLessThan(10);
            }),
            entry("no-hidden-layer", (first, second) -> {
                assertThat(first.right()).isGreaterThan(0.95);
                assertThat(second.right()).isLessThan(0.7);
            }),
            entry("too-few-units", (first, second) -> {
                assertThat(first.right()).isGreaterThan(0.95);
                assertThat(second.right()).isLessThan(0.9);
            }),
            entry("by-heart", (first, second) -> {
                assertThat(second.trainingLoss()).isLessThan(0.5 * first.trainingLoss());
                assertThat(second.testLoss()).isGreaterThan(1.5 * first.testLoss());
                assertThat(second.testLoss()).isGreaterThan(1.5 * second.leastTestLoss());
            }),
            entry("dropout", (first, second) -> assertThat(first.trainingLoss())
                    .isGreaterThan(2 * second.trainingLoss())),
            entry("batch-size", (first, second) -> {
                assertThat(first.steps()).isEqualTo(17);
                assertThat(second.steps()).isEqualTo(1);
                assertThat(second.trainingLoss()).isGreaterThan(3 * first.trainingLoss());
            }),
            entry("vanishing", (first, second) -> {
                assertThat(first.right()).isGreaterThan(0.95);
                assertThat(second.right()).isLessThan(0.7);
                // The first layer stays behind the last one, more than with relu.
                assertThat(second.come(0) / second.come(6)).isLessThan(0.3 * first.come(0) / first.come(6));
            }),
            entry("initializer", (first, second) -> {
                assertThat(first.right()).isGreaterThan(0.95);
                assertThat(second.right()).isLessThan(0.7);
                assertThat(second.come(0)).isLessThan(0.01 * first.come(0));
            }),
            entry("momentum", (first, second) -> {
                assertThat(first.firstEpochRight(0.9)).isLessThan(25);
                assertThat(second.firstEpochRight(0.95)).isGreaterThan(100);
            }),
            entry("normalization", (first, second) -> {
                assertThat(first.right()).isGreaterThan(0.95);
                assertThat(second.right()).isLessThan(0.7);
            }));

    /** What came of a network when all its epochs were done. */
    record Seen(List<Score> scores, List<Learner.Layer> layers, int steps, boolean broken) {
        private Score last() {
            return scores.get(scores.size() - 1);
        }

        double trainingLoss() {
            return last().training().loss();
        }

        double testLoss() {
            return last().test().loss();
        }

        double right() {
            return last().training().right();
        }

        double come(int layer) {
            return layers.get(layer).moved();
        }

        double leastTestLoss() {
            return scores.stream()
                    .mapToDouble(score -> score.test().loss())
                    .min()
                    .orElseThrow();
        }

        double largestRise() {
            double most = 0;
            for (int i = 1; i < scores.size(); i++) {
                most = Math.max(
                        most,
                        scores.get(i).training().loss()
                                - scores.get(i - 1).training().loss());
            }
            return most;
        }

        double firstEpochBelow(double loss) {
            return scores.stream()
                    .filter(score -> score.training().loss() < loss)
                    .mapToDouble(Score::epochs)
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        double firstEpochRight(double share) {
            return scores.stream()
                    .filter(score -> score.training().right() >= share)
                    .mapToDouble(Score::epochs)
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY);
        }
    }

    private static List<Seen> played(Lesson lesson, String draw) {
        var points = new TreeMap<>(lesson.points());
        points.put("points_seed", draw);
        var networks = lesson.networks().stream()
                .map(settings -> {
                    var other = new TreeMap<>(settings);
                    other.put("seed", draw);
                    return Map.copyOf(other);
                })
                .toList();
        var choice = new Choice(points, networks);
        var drawn = new ToyPoints(choice.toy());
        var seen = new ArrayList<Seen>();
        for (var wanted : choice.wanted()) {
            try (var learner = new Learner(drawn, wanted)) {
                learner.goTo(wanted.epochs());
                seen.add(new Seen(learner.scores(), learner.layers(), learner.stepsPerEpoch(), learner.broken()));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return seen;
    }

    @TestFactory
    List<DynamicTest> eachLessonSaysWhatIsSeen() {
        var tests = new ArrayList<DynamicTest>();
        for (var lesson : Lessons.all()) {
            for (var draw : List.of("1", "2")) {
                tests.add(DynamicTest.dynamicTest(lesson.name() + ", points " + draw, () -> {
                    var seen = played(lesson, draw);
                    CLAIMS.get(lesson.name()).accept(seen.get(0), seen.get(1));
                }));
            }
        }
        return tests;
    }

    @Test
    void dropoutUsuallyMakesTheLossOnPointsThatWereSetAsideClimbLess() {
        var lesson = Lessons.all().stream()
                .filter(each -> each.name().equals("dropout"))
                .findFirst()
                .orElseThrow();
        double with = 0;
        double without = 0;
        for (var draw : List.of("1", "2", "3")) {
            var seen = played(lesson, draw);
            with += seen.get(0).testLoss();
            without += seen.get(1).testLoss();
        }

        assertThat(with).isLessThan(0.9 * without);
    }

    @Test
    void theNetworksOfALessonDifferInItsParameterAlone() {
        assertThat(Lessons.all()).extracting(Lesson::name).containsExactlyInAnyOrderElementsOf(CLAIMS.keySet());
        assertThat(Lessons.all()).allSatisfy(lesson -> {
            var first = new TreeMap<>(lesson.networks().get(0));
            var second = new TreeMap<>(lesson.networks().get(1));

            assertThat(first.get(lesson.parameter())).isNotEqualTo(second.get(lesson.parameter()));
            first.remove(lesson.parameter());
            second.remove(lesson.parameter());
            assertThat(first).isEqualTo(second);
        });
    }
}
