package dev.sweetspot.math.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxesTest {
    private static int holding(Boxes boxes, double[] point) {
        int holding = 0;
        for (int i = 0; i < boxes.size(); i++) {
            boolean inside = true;
            for (int k = 0; k < point.length; k++) {
                inside &= point[k] > boxes.lower(i)[k] && point[k] < boxes.upper(i)[k];
            }
            holding += inside ? 1 : 0;
        }
        return holding;
    }

    /** Also where losses are equal, below the points, and beyond the reference. */
    @Test
    void exactlyOneBoxHoldsWhatIsFreeAndNoneTheRest() {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            int m = 1 + round % 5;
            int bound = m < 4 ? 6 : 4;
            var points = Points.grid(random.nextInt(10), m, bound + 1, random);
            var boxes = Boxes.nonDominated(points, Points.reference(m, bound));
            for (int cell = 0; cell < Math.pow(bound + 3.0, m); cell++) {
                // The middles of cells from -2 to beyond the reference.
                var middle = Points.cell(cell, m, bound + 3);
                boolean free = true;
                for (int k = 0; k < m; k++) {
                    middle[k] -= 1.5;
                    free &= middle[k] < bound;
                }
                for (var point : points) {
                    free &= !Dominance.covers(point, middle);
                }
                assertThat(holding(boxes, middle)).isEqualTo(free ? 1 : 0);
            }
        }
    }

    @Test
    void theSumOverBoxesIsTheVolumeThatAPointAdds() {
        var random = new SplittableRandom(2);
        for (int m = 1; m <= 5; m++) {
            var reference = Points.reference(m, 1.1);
            var points = m == 1 ? new double[][] {{0.5}} : Points.weyl(25, m);
            var boxes = Front.of(points).nonDominated(reference);
            for (int i = 0; i < 200; i++) {
                var point = new double[m];
                for (int k = 0; k < m; k++) {
                    point[k] = random.nextDouble(-0.2, 1.2);
                }
                assertThat(boxes.improvement(point))
                        .isCloseTo(Hypervolume.improvement(points, point, reference), within(1e-12));
            }
        }
    }

    @Test
    void twoLossesMakeOneStripMoreThanThereArePoints() {
        double[][] points = {{1, 2}, {2, 1}, {2, 2}, {9, 0}};
        var boxes = Boxes.nonDominated(points, new double[] {3, 3});

        assertThat(boxes.size()).isEqualTo(3);
        assertThat(boxes.upper(0)).containsExactly(1, 3);
        assertThat(boxes.upper(1)).containsExactly(2, 2);
        assertThat(boxes.upper(2)).containsExactly(3, 1);
    }

    /** Three losses: 2 n + 1 local upper bounds in general position, and a like number of boxes. */
    @Test
    void threeLossesNeedAboutTwoBoxesAPoint() {
        var points = Points.weyl(400, 3);
        int n = Front.of(points).size();

        assertThat(n).isGreaterThan(20);
        assertThat(Boxes.nonDominated(points, Points.reference(3, 1.1)).size()).isLessThanOrEqualTo(6 * n + 3);
    }
}
