package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlancesTest {
    private record Seen(double epochs, double loss) {}

    private static List<Seen> after(long every, float... losses) {
        var seen = new ArrayList<Seen>();
        try (var scope = Scope.open()) {
            assert scope != null;
            var sum = Tensor.zeros(ElementType.FLOAT32, 1);
            var glances = new Glances((epochs, loss) -> seen.add(new Seen(epochs, loss)), sum, every);
            var itinerary = new Itinerary(4, 0, 2);
            for (int i = 0; i < losses.length; i++) {
                sum.add(Tensor.of(new float[] {losses[i]}, 1), 1);
                itinerary.count();
                glances.after(i + 1, itinerary);
            }
        }
        return seen;
    }

    @Test
    void eachLookTellsTheMeanLossSinceTheOneBefore() {
        assertThat(after(0, 3, 1, 2)).containsExactly(new Seen(0.25, 3), new Seen(0.5, 1), new Seen(0.75, 2));
    }

    @Test
    void nobodyLooksBeforeItIsTime() {
        assertThat(after(Long.MAX_VALUE / 4, 3, 1, 2)).isEmpty();
    }
}
