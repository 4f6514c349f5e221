package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.loss.AbsoluteError;
import dev.sweetspot.deep.training.loss.Huber;
import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.deep.training.loss.SquaredError;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses of series that are made again, against their definition written out. */
class OwnNumbersTest {
    private static final int TIMES = 5;
    private static final int CHANNELS = 3;
    private static final int ROOM = TIMES * CHANNELS;

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(new SquaredError(), (DoubleUnaryOperator) d -> d * d),
                Arguments.of(new AbsoluteError(), (DoubleUnaryOperator) Math::abs),
                Arguments.of(new Huber(0.7), (DoubleUnaryOperator)
                        d -> Math.abs(d) < 0.7 ? d * d / 2 : 0.7 * (Math.abs(d) - 0.35)));
    }

    private static float[] numbers(long seed, int count) {
        var random = new SplittableRandom(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    /** The inputs of a batch: numbers up to the end of each series, and zeros. */
    private static float[] inputs(int[] lengths) {
        var inputs = numbers(2, lengths.length * ROOM);
        for (int i = 0; i < inputs.length; i++) {
            if (i % ROOM >= lengths[i / ROOM] * CHANNELS) {
                inputs[i] = 0;
            }
        }
        return inputs;
    }

    private static double loss(Loss loss, float[] outputs, int[] lengths) {
        var targets = new Targets.Inputs(ROOM);
        int size = lengths.length;
        try (var scope = Scope.open();
                var batch = new Batch(size, new Shape.Sequence(TIMES, CHANNELS), ElementType.FLOAT32, targets)) {
            assertThat(scope).isNotNull();
            batch.put(0, inputs(lengths), size * ROOM);
            batch.aimAtInputs();
            batch.setLengths(lengths, TIMES);
            var own = OwnNumbers.of(Tensor.of(outputs, size, ROOM), batch, targets);
            return loss.of(own.outputs(), batch.targets(Device.CPU), own.weights(), Task.Kind.RECONSTRUCTION)
                    .item();
        }
    }

    private static double expected(DoubleUnaryOperator each, float[] outputs, int[] lengths) {
        var inputs = inputs(lengths);
        double sum = 0;
        for (int i = 0; i < lengths.length; i++) {
            int own = lengths[i] * CHANNELS;
            for (int j = 0; j < own; j++) {
                sum += each.applyAsDouble(outputs[i * ROOM + j] - inputs[i * ROOM + j]) / own;
            }
        }
        return sum / lengths.length;
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aSeriesCountsByTheMeanOverItsOwnNumbers(Loss loss, DoubleUnaryOperator each) {
        int[] lengths = {5, 1, 3, 4};
        var outputs = numbers(1, lengths.length * ROOM);
        assertThat(loss(loss, outputs, lengths)).isCloseTo(expected(each, outputs, lengths), within(1e-5));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void whatIsWrittenBehindTheEndChangesNothing(Loss loss, DoubleUnaryOperator each) {
        int[] lengths = {2, 5};
        var outputs = numbers(1, lengths.length * ROOM);
        double before = loss(loss, outputs, lengths);
        for (int j = 2 * CHANNELS; j < ROOM; j++) {
            outputs[j] += 100;
        }
        assertThat(loss(loss, outputs, lengths)).isEqualTo(before);
        outputs[2 * CHANNELS - 1] += 100;
        assertThat(loss(loss, outputs, lengths)).isGreaterThan(before + 1);
        assertThat(loss(loss, outputs, lengths)).isCloseTo(expected(each, outputs, lengths), within(1e-2));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void seriesOfOneLengthCountAsEver(Loss loss, DoubleUnaryOperator each) {
        int[] lengths = {5, 5, 5};
        var outputs = numbers(1, lengths.length * ROOM);
        double mean = 0;
        var inputs = inputs(lengths);
        for (int i = 0; i < outputs.length; i++) {
            mean += each.applyAsDouble(outputs[i] - inputs[i]) / outputs.length;
        }
        assertThat(loss(loss, outputs, lengths)).isCloseTo(mean, within(1e-5));
    }

    /** Where all of a batch are as long as each other and shorter than the longest, that counts too. */
    @ParameterizedTest
    @MethodSource("losses")
    void aBatchOfShortSeriesCountsByItsOwnNumbers(Loss loss, DoubleUnaryOperator each) {
        int[] lengths = {2, 2};
        var outputs = numbers(1, lengths.length * ROOM);
        assertThat(loss(loss, outputs, lengths)).isCloseTo(expected(each, outputs, lengths), within(1e-5));
    }
}
