package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Transfer;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.training.optimizer.AdamW;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.deep.training.optimizer.Sgd;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransferTest {
    private static final int SIDE = 12;
    private static final ImageSet SET = Squares.images(200, SIDE);
    private static final Network NETWORK = Squares.cnn(SIDE, 8, 16);

    private static Module.State start() {
        var statistics = new float[Weights.statisticsCount(NETWORK)];
        Arrays.fill(statistics, 1);
        return new Module.State(Weights.initial(NETWORK, new SplittableRandom(8)), statistics);
    }

    private static Training training(Optimizer optimizer, Transfer transfer, Optional<Snapshot> from) {
        return new Training(
                NETWORK,
                Squares.recipe(optimizer, 0.01),
                Squares.setting(SET, 1, Precision.FLOAT32),
                11,
                6,
                from,
                Optional.of(transfer));
    }

    private static Module.State after(Optimizer optimizer, Transfer transfer, int steps) throws InterruptedException {
        try (var training = training(optimizer, transfer, Optional.empty())) {
            training.advance(steps, Long.MAX_VALUE);
            return training.state();
        }
    }

    private static boolean same(float[] a, float[] b, Weights.Placed placed) {
        int from = (int) placed.start();
        int to = (int) (from + placed.size());
        return Arrays.equals(a, from, to, b, from, to);
    }

    @Test
    void whatIsFrozenDoesNotChangeAndNorDoItsStatistics() throws InterruptedException {
        var start = start();
        int frozen = Transfer.Freeze.BODY.layers(NETWORK);
        var state = after(new AdamW(), new Transfer(start, frozen, 1), 5);
        for (var placed : Weights.of(NETWORK)) {
            boolean head = placed.layer() == NETWORK.layers().size() - 1;
            assertThat(same(start.weights(), state.weights(), placed))
                    .as(placed.path())
                    .isEqualTo(!head);
        }
        assertThat(state.statistics()).isEqualTo(start.statistics());
    }

    @Test
    void onlyTheUpperLayersLearnWhereTheyAreLeftFree() throws InterruptedException {
        var start = start();
        // The last two layers with weights: the second norm and the dense one.
        int frozen = new Transfer.Freeze(2).layers(NETWORK);
        var state = after(new AdamW(), new Transfer(start, frozen, 1), 5);
        for (var placed : Weights.of(NETWORK)) {
            assertThat(same(start.weights(), state.weights(), placed))
                    .as(placed.path())
                    .isEqualTo(placed.layer() < 5);
        }
        // Of the two norms' means and variances, 8 + 8 and 16 + 16, the first stay.
        assertThat(Arrays.copyOf(state.statistics(), 16)).isEqualTo(Arrays.copyOf(start.statistics(), 16));
        assertThat(Arrays.copyOfRange(state.statistics(), 16, 48))
                .isNotEqualTo(Arrays.copyOfRange(start.statistics(), 16, 48));
    }

    @Test
    void theBodyTakesItsShareOfAStep() throws InterruptedException {
        var start = start();
        var whole = after(new AdamW(), new Transfer(start, 0, 1), 1).weights();
        var slow = after(new AdamW(), new Transfer(start, 0, 0.25), 1).weights();
        for (var placed : Weights.of(NETWORK)) {
            double factor = placed.layer() == NETWORK.layers().size() - 1 ? 1 : 0.25;
            for (int i = (int) placed.start(); i < placed.start() + placed.size(); i++) {
                double step = whole[i] - start.weights()[i];
                assertThat((double) (slow[i] - start.weights()[i])).isCloseTo(factor * step, within(3e-7));
            }
        }
    }

    @Test
    void itGoesOnFromItsCheckpointBitForBit() throws InterruptedException {
        var transfer = new Transfer(start(), Transfer.Freeze.BODY.layers(NETWORK), 0.5);
        Snapshot middle;
        try (var first = training(new Sgd(), transfer, Optional.empty())) {
            first.advance(3, Long.MAX_VALUE);
            middle = first.snapshot();
        }
        try (var second = training(new Sgd(), transfer, Optional.of(middle))) {
            second.advance(3, Long.MAX_VALUE);
            assertThat(second.state().sameAs(after(new Sgd(), transfer, 6))).isTrue();
        }
    }

    @Test
    void rangesAreChecked() {
        assertThatThrownBy(() -> new Transfer(start(), 0, 0)).hasMessageContaining("body_rate");
        assertThatThrownBy(() -> new Transfer.Freeze(0)).hasMessageContaining("freeze");
        assertThat(Transfer.Freeze.NONE.layers(NETWORK)).isZero();
        assertThat(new Transfer.Freeze(5).layers(NETWORK)).isZero();
    }
}
