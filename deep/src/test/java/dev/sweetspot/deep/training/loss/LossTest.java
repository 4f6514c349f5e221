package dev.sweetspot.deep.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The loss of each of four examples, and the gradient of their weighted mean, against PyTorch 2.13 in double precision,
 * which printed them with, for example,
 *
 * <pre>
 * one = F.one_hot(y, 3).double(); logp = F.log_softmax(x, 1).gather(1, y[:, None])[:, 0]
 * each = -(1 - logp.exp()) ** 2 * logp                                                           # focal, gamma 2
 * each = F.binary_cross_entropy_with_logits(x, one * 0.9 + 0.05, reduction='none').mean(1)
 * each = F.multi_margin_loss(x, y, reduction='none')                                             # hinge
 * each = ((F.softmax(x, 1) - one) ** 2).mean(1)                                                  # mse of classes
 * each = F.huber_loss(x, t, delta=0.5, reduction='none').mean(1)
 * each = F.poisson_nll_loss(x, t, reduction='none').mean(1)
 * each = F.binary_cross_entropy_with_logits(x, t.clamp(0, 1), reduction='none').mean(1)          # unit cross-entropy
 * (each * w).mean().backward(); print(each, x.grad)
 * </pre>
 */
class LossTest {
    private static final float[] X = {1, -0.5f, 0.25f, 0.1f, 2, -1, -1.5f, 0.5f, 0.75f, 0.3f, 0.2f, -0.1f};
    private static final long[] Y = {0, 2, 2, 1};
    private static final float[] T = {0.9f, -0.1f, 0.2f, 1.1f, 0.5f, 0, -3, 0, 0.5f, 0.3f, 0.2f, 0.9f};
    private static final float[] W = {1, 0.5f, 2, 0.25f};
    private static final Task.Kind CLASSES = Task.Kind.CLASSIFICATION;
    private static final Task.Kind NUMBERS = Task.Kind.REGRESSION;
    private static final Task.Kind AGAIN = Task.Kind.RECONSTRUCTION;

    private static Arguments of(Loss loss, Task.Kind task, double[] each, double... gradient) {
        return Arguments.of(loss, task, each, gradient);
    }

    private static double[] each(double... values) {
        return values;
    }

    /** Those of numbers count for inputs that are made again too. */
    static Stream<Arguments> golden() {
        return Stream.concat(
                printed(),
                printed()
                        .filter(each -> each.get()[1] == NUMBERS
                                && ((Loss) each.get()[0]).tasks().contains(AGAIN))
                        .map(each -> Arguments.of(each.get()[0], AGAIN, each.get()[2], each.get()[3])));
    }

    private static Stream<Arguments> printed() {
        return Stream.of(
                of(
                        new Poisson(),
                        NUMBERS,
                        each(1.202946, 2.5840355, -0.2953829, 1.1453663),
                        0.1515235,
                        0.0588776,
                        0.0903355,
                        0.0002155,
                        0.287044,
                        0.0153283,
                        0.5371884,
                        0.2747869,
                        0.2695,
                        0.0218721,
                        0.0212792,
                        0.0001008),
                of(
                        new UnitCrossEntropy(),
                        AGAIN,
                        each(0.554426, 0.6948621, 0.6457871, 0.7522969),
                        -0.0140785,
                        0.0314617,
                        0.0301814,
                        -0.0197925,
                        0.0158665,
                        0.0112059,
                        0.0304043,
                        0.1037432,
                        0.0298631,
                        0.0057176,
                        0.0072882,
                        -0.0088537),
                of(
                        new CrossEntropy(0.1),
                        CLASSES,
                        each(0.6029757, 3.0451178, 0.7168367, 1.0525774),
                        -0.0858839,
                        0.0245671,
                        0.0613168,
                        0.0114218,
                        0.1000560,
                        -0.1114777,
                        0.0113026,
                        0.1899995,
                        -0.2013021,
                        0.0221870,
                        -0.0363726,
                        0.0141856),
                of(
                        new Focal(2),
                        CLASSES,
                        each(0.0888403, 2.9231060, 0.1395070, 0.4400342),
                        -0.0434547,
                        0.0139412,
                        0.0295135,
                        0.0182680,
                        0.1221381,
                        -0.1404061,
                        0.0149851,
                        0.1107256,
                        -0.1257107,
                        0.0217818,
                        -0.0363826,
                        0.0146008),
                of(
                        new Focal(0),
                        CLASSES,
                        each(0.5279757, 3.1817845, 0.6335033, 1.0459107),
                        -0.1025506,
                        0.0329004,
                        0.0696502,
                        0.0155884,
                        0.1042226,
                        -0.1198111,
                        0.0279692,
                        0.2066662,
                        -0.2346354,
                        0.0242704,
                        -0.0405393,
                        0.0162689),
                of(
                        new BinaryCrossEntropy(0.1),
                        CLASSES,
                        each(0.5585927, 1.3431955, 0.5499538, 0.6989636),
                        -0.0182451,
                        0.0272951,
                        0.0426814,
                        0.0197908,
                        0.0346165,
                        -0.0283774,
                        0.0220709,
                        0.0954099,
                        -0.0451369,
                        0.0109259,
                        -0.0083368,
                        0.0088546),
                of(
                        new Hinge(),
                        CLASSES,
                        each(0.0833333, 2.0333333, 0.2500000, 0.6000000),
                        -0.0833333,
                        0.0000000,
                        0.0833333,
                        0.0416667,
                        0.0416667,
                        -0.0833333,
                        0.0000000,
                        0.1666667,
                        -0.1666667,
                        0.0208333,
                        -0.0416667,
                        0.0208333),
                of(
                        new SquaredError(),
                        CLASSES,
                        each(0.0877344, 0.5431476, 0.1313959, 0.2130910),
                        -0.0258728,
                        0.0061107,
                        0.0197621,
                        -0.0056768,
                        0.0113135,
                        -0.0056367,
                        0.0024430,
                        0.0672926,
                        -0.0697357,
                        0.0064346,
                        -0.0093593,
                        0.0029247),
                of(
                        new AbsoluteError(),
                        CLASSES,
                        each(0.2734682, 0.6389923, 0.3128472, 0.4324189),
                        -0.0403227,
                        0.0129364,
                        0.0273863,
                        0.0004314,
                        0.0028843,
                        -0.0033157,
                        0.0098961,
                        0.0731225,
                        -0.0830186,
                        0.0056853,
                        -0.0094962,
                        0.0038110),
                of(
                        new SquaredError(),
                        NUMBERS,
                        each(0.0575000, 1.4166667, 0.8541667, 0.3333333),
                        0.0166667,
                        -0.0666667,
                        0.0083333,
                        -0.0833333,
                        0.1250000,
                        -0.0833333,
                        0.5000000,
                        0.1666667,
                        0.0833333,
                        0.0000000,
                        0.0000000,
                        -0.0416667),
                of(
                        new AbsoluteError(),
                        NUMBERS,
                        each(0.1833333, 1.1666667, 0.7500000, 0.3333333),
                        0.0833333,
                        -0.0833333,
                        0.0833333,
                        -0.0416667,
                        0.0416667,
                        -0.0416667,
                        0.1666667,
                        0.1666667,
                        0.1666667,
                        0.0000000,
                        0.0000000,
                        -0.0208333),
                of(
                        new Huber(0.5),
                        NUMBERS,
                        each(0.0287500, 0.4583333, 0.2604167, 0.1250000),
                        0.0083333,
                        -0.0333333,
                        0.0041667,
                        -0.0208333,
                        0.0208333,
                        -0.0208333,
                        0.0833333,
                        0.0833333,
                        0.0416667,
                        0.0000000,
                        0.0000000,
                        -0.0104167));
    }

    private static Tensor targets(Task.Kind task) {
        return task == CLASSES ? Tensor.of(Y) : Tensor.of(T, 4, 3);
    }

    private static void assertClose(float[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("number %s", i).isCloseTo(expected[i], offset(2e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void itsValuesAndGradientsAreThoseOfAnotherImplementation(
            Loss loss, Task.Kind task, double[] each, double[] expected) {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var gradient = Tensor.zeros(ElementType.FLOAT32, 4, 3);
            var x = Tensor.of(X, 4, 3).withGradient(gradient);
            assertClose(loss.each(x, targets(task), task).floats(), each);
            loss.of(x, targets(task), Optional.of(Tensor.of(W, 4)), task).backward();
            assertClose(gradient.floats(), expected);
            double mean = (each[0] + each[1] + each[2] + each[3]) / 4;
            assertThat((double)
                            loss.of(x, targets(task), Optional.empty(), task).item())
                    .isCloseTo(mean, offset(2e-6));
        }
    }

    /** Mixed images have the shares of two classes; every loss of classes is a line between them, or near it. */
    @ParameterizedTest
    @MethodSource("golden")
    void aTargetOfOneWholeShareIsItsClass(Loss loss, Task.Kind task, double[] each, double[] expected) {
        if (task == CLASSES) {
            try (var scope = Scope.open()) {
                assertThat(scope).isNotNull();
                var shares = new float[12];
                for (int i = 0; i < 4; i++) {
                    shares[3 * i + (int) Y[i]] = 1;
                }
                assertClose(
                        loss.each(Tensor.of(X, 4, 3), Tensor.of(shares, 4, 3), task)
                                .floats(),
                        each);
            }
        }
    }

    @Test
    void everyInstalledLossIsComparedForEachOfItsTasks() {
        var compared = golden().map(each -> ((Loss) each.get()[0]).name() + " " + each.get()[1])
                .toList();
        assertThat(Options.installed(Loss.class, "loss", "").all())
                .hasSizeGreaterThan(6)
                .allSatisfy(loss -> {
                    for (var task : loss.tasks()) {
                        assertThat(compared).contains(loss.name() + " " + task);
                    }
                });
    }

    @Test
    void whatIsSureAlreadyLeavesNoGradientThatIsNotANumber() {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var gradient = Tensor.zeros(ElementType.FLOAT32, 1, 2);
            var x = Tensor.of(new float[] {100, -100}, 1, 2).withGradient(gradient);
            new Focal(0.5).of(x, Tensor.of(0), Optional.empty(), CLASSES).backward();
            for (float each : gradient.floats()) {
                assertThat(each).isFinite();
            }
        }
    }

    @Test
    void outputsAreReadAsTheLossSays() {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var x = Tensor.of(new float[] {0, (float) Math.log(3)}, 1, 2);
            assertClose(Readout.SOFTMAX.of(x).floats(), new double[] {0.25, 0.75});
            assertClose(Readout.SIGMOID.of(x).floats(), new double[] {0.4, 0.6});
            assertClose(Readout.IDENTITY.of(x).floats(), new double[] {0, Math.log(3)});
            assertClose(Readout.UNIT.of(x).floats(), new double[] {0.5, 0.75});
            assertClose(Readout.EXPONENTIAL.of(x).floats(), new double[] {1, 3});
        }
    }
}
