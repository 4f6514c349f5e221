package dev.sweetspot.studio.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnerTest {
    private static Choice choice(Map<String, String> points, Map<String, String> settings) {
        return new Choice(points, List.of(settings));
    }

    private static Learner learner(Map<String, String> points, Map<String, String> settings) {
        var choice = choice(points, settings);
        return new Learner(new ToyPoints(choice.toy()), choice.wanted().get(0));
    }

    @Test
    void everyShapeHasPointsOnThePlaneAndCanBeLearntFrom() throws InterruptedException {
        for (var shape : ToyShape.words()) {
            try (var learner = learner(
                    Map.of("shape", shape, "points", "40", "noise", "0"), Map.of("epochs", "3", "units", "8"))) {
                double before = learner.latest().training().loss();
                learner.goTo(3);

                assertThat(learner.epochs()).as(shape).isEqualTo(3);
                assertThat(learner.latest().training().loss()).as(shape).isNotEqualTo(before);
                assertThat(learner.plane())
                        .as(shape)
                        .hasDimensions(
                                ToyPoints.SIDE * ToyPoints.SIDE,
                                ToyShape.named(shape).outputs());
            }
            var points = new ToyPoints(Toy.of(Map.of("shape", shape, "noise", "0", "points", "60")));
            for (int i = 0; i < 60; i++) {
                assertThat(Math.abs(points.x(i))).as(shape).isLessThan((float) ToyPoints.REACH);
                assertThat(Math.abs(points.y(i))).as(shape).isLessThan((float) ToyPoints.REACH);
            }
        }
    }

    @Test
    void pointsThatAreSetAsideAndPlacesOfThePlaneAreNotLearntFrom() {
        var points = new ToyPoints(Toy.of(Map.of("points", "50", "test_share", "0.4")));
        var all = new HashSet<Integer>();
        for (var part : List.of(points.training(), points.test(), points.plane())) {
            for (int i : part) {
                assertThat(all.add(i)).isTrue();
            }
        }

        assertThat(points.test()).hasSize(20);
        assertThat(Arrays.stream(points.training())).hasSize(30).allMatch(i -> i < 50);
        assertThat(points.split().parts().training()).isEqualTo(points.training());
    }

    @Test
    void theSameChoiceLearnsTheSameAndAnotherSeedDoesNot() throws InterruptedException {
        var last = new HashSet<Double>();
        for (var seed : List.of("1", "1", "2")) {
            try (var learner = learner(Map.of("points", "40"), Map.of("epochs", "2", "units", "8", "seed", seed))) {
                // However it is interrupted.
                learner.step();
                learner.goTo(2);
                last.add(learner.latest().test().loss());
            }
        }

        assertThat(last).hasSize(2);
    }

    @Test
    void aTrainingThatBreaksDownStopsAndIsNotMeasured() throws InterruptedException {
        var settings = Map.of(
                "optimizer",
                "sgd",
                "learning_rate",
                "1",
                "normalization",
                "none",
                "dropout",
                "0",
                "layers",
                "6",
                "momentum",
                "0.99",
                "activation",
                "elu",
                "epochs",
                "300");
        try (var learner = learner(Map.of("shape", "hills", "points", "40"), settings)) {
            learner.goTo(300);

            assertThat(learner.broken()).isTrue();
            assertThat(learner.done()).isTrue();
            assertThat(learner.epochs()).isLessThan(300);
            assertThat(learner.scores()).allMatch(Score::sound);
        }
    }

    @Test
    void whatCannotBeSetIsRefusedInWords() {
        assertThatThrownBy(() -> choice(Map.of("points", "501"), Map.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("points = 501: must be from 20 to 500");
        assertThatThrownBy(() -> choice(Map.of("shape", "moon"), Map.of())).hasMessageContaining("moons?");
        assertThatThrownBy(() -> choice(Map.of(), Map.of("units", "1024")))
                .hasMessageContaining("must be 8, 16, 32, 64 or 128");
        assertThatThrownBy(() -> choice(Map.of(), Map.of("epochs", "301")))
                .hasMessageContaining("epochs = 301: must be");
        assertThatThrownBy(() -> choice(Map.of(), Map.of("learnin_rate", "1"))).hasMessageContaining("learning_rate?");
        assertThatThrownBy(() -> choice(Map.of(), Map.of("members", "5"))).hasMessageContaining("in the playground");
    }
}
