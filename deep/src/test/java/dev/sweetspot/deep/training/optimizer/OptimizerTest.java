package dev.sweetspot.deep.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Five steps on the loss {@code sum(c w^2 / 2 + b w)} against PyTorch 2.13 in double precision, which printed the numbers
 * with, for example,
 *
 * <pre>
 * k = Parameter(tensor(START[:6])); r = Parameter(tensor(START[6:]))
 * opt = torch.optim.AdamW([{'params': [k]}, {'params': [r], 'weight_decay': 0}], lr=0.1, betas=(0.9, 0.99), eps=1e-3, weight_decay=0.01)
 * for _ in range(5):
 *     opt.zero_grad(); w = torch.cat([k, r]); ((c * w * w).sum() / 2 + (b * w).sum()).backward(); opt.step()
 * </pre>
 *
 * Lion and Muon (whose iteration runs in 16 bits there: it gives 0.9253, -1.9160, 0.4238, 0.3353, -0.6529, 1.5081) were
 * written out after their papers in the same way.
 */
class OptimizerTest {
    private static final float[] START = {1, -2, 0.5f, 0.25f, -0.75f, 1.5f, 0.1f, -0.3f};
    private static final double[] C = {0.5, 1, 2, 0.1, 3, 0.7, 1, 0.2};
    private static final double[] B = {0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -0.8};
    private static final double E = 1e-3;
    private static final Layout PLAIN = Layout.of(8, 6);
    private static final List<Layout.Matrix> WIDE = List.of(new Layout.Matrix(0, 2, 3), new Layout.Matrix(6, 1, 2));
    private static final List<Layout.Matrix> TALL = List.of(new Layout.Matrix(0, 3, 2), new Layout.Matrix(6, 1, 2));

    private static Arguments of(Optimizer optimizer, double rate, Layout layout, double... expected) {
        return Arguments.of(optimizer, rate, layout, expected);
    }

    static Stream<Arguments> golden() {
        return Stream.of(
                of(
                        new Sgd(0, true),
                        0.1,
                        PLAIN,
                        0.724563436,
                        -1.092694313,
                        0.062167380,
                        0.432197325,
                        -0.263547896,
                        1.298252968,
                        -0.227608000,
                        0.113140574),
                of(
                        new Sgd(0.9, false),
                        0.1,
                        PLAIN,
                        0.290667501,
                        0.278939919,
                        -0.528389425,
                        0.727028247,
                        0.288646375,
                        0.985292735,
                        -0.723328000,
                        0.777939081),
                of(
                        new Sgd(0.8, true),
                        0.1,
                        PLAIN,
                        0.288834842,
                        0.115910138,
                        -0.322226501,
                        0.758369093,
                        -0.018843650,
                        0.999570706,
                        -0.665602916,
                        0.833157840),
                of(
                        new Adam(0.9, 0.99, E),
                        0.1,
                        PLAIN,
                        0.506565891,
                        -1.502668068,
                        0.016453129,
                        0.747205000,
                        -0.269998987,
                        1.016930848,
                        -0.388358771,
                        0.198332214),
                of(
                        new AdamW(0.9, 0.99, E),
                        0.1,
                        PLAIN,
                        0.502632580,
                        -1.493743891,
                        0.015032029,
                        0.745141887,
                        -0.267533820,
                        1.011476134,
                        -0.388358771,
                        0.198332214),
                of(
                        new AmsGrad(0.9, 0.9, E),
                        0.1,
                        PLAIN,
                        0.502851324,
                        -1.500738913,
                        0.010426425,
                        0.748418909,
                        -0.264106830,
                        1.010909266,
                        -0.394140482,
                        0.199283551),
                of(
                        new Adamax(0.9, 0.99, E),
                        0.1,
                        PLAIN,
                        0.536192918,
                        -1.515243422,
                        0.072012820,
                        0.742441989,
                        -0.330501685,
                        1.071832348,
                        -0.342473764,
                        0.196628866),
                of(
                        new Nadam(0.9, 0.99, E),
                        0.1,
                        PLAIN,
                        0.618908671,
                        -1.607251424,
                        0.142143945,
                        0.646237904,
                        -0.398415188,
                        1.142141427,
                        -0.267849636,
                        0.098513830),
                of(
                        new RmsProp(0.9, E),
                        0.1,
                        PLAIN,
                        0.149656087,
                        -1.038028347,
                        -0.123268077,
                        1.246249301,
                        -0.177649376,
                        0.873286676,
                        -0.616068337,
                        0.713964653),
                of(
                        new Adagrad(E),
                        0.1,
                        PLAIN,
                        0.694358278,
                        -1.685925272,
                        0.210863342,
                        0.566824810,
                        -0.465219234,
                        1.210796529,
                        -0.196165097,
                        0.018412621),
                of(
                        new Adadelta(0.9, E),
                        1.0,
                        PLAIN,
                        0.543185874,
                        -1.511048137,
                        0.090249932,
                        0.732903392,
                        -0.352701696,
                        1.096049327,
                        -0.329425810,
                        0.201026945),
                of(
                        new Lion(0.9, 0.99),
                        0.1,
                        PLAIN,
                        0.496008991,
                        -1.491018981,
                        -0.001496004,
                        0.747753497,
                        -0.247256493,
                        0.993513986,
                        -0.400000000,
                        0.200000000),
                of(
                        new Muon(0.9, 0.9, 0.99, E),
                        0.1,
                        new Layout(8, 8, WIDE),
                        0.923884744,
                        -1.914787193,
                        0.422517791,
                        0.335850677,
                        -0.652489772,
                        1.508214612,
                        -0.387869774,
                        0.198829872),
                of(
                        new Muon(0.9, 0.9, 0.99, E),
                        0.1,
                        new Layout(8, 8, TALL),
                        0.994226370,
                        -1.846326072,
                        0.410943985,
                        0.250202960,
                        -0.631037560,
                        1.493911210,
                        -0.387869774,
                        0.198829872));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void itsStepsAreThoseOfAnotherImplementation(Optimizer optimizer, double rate, Layout layout, double[] expected) {
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assertThat(scope).isNotNull();
            assertThat(off).isNotNull();
            var weights = Tensor.of(START, START.length);
            var slots = new ArrayList<Tensor>();
            for (int i = 0; i < optimizer.slots(); i++) {
                slots.add(Tensor.zeros(ElementType.FLOAT32, START.length));
            }
            for (int step = 1; step <= 5; step++) {
                var at = weights.floats();
                var gradients = new float[at.length];
                for (int i = 0; i < at.length; i++) {
                    gradients[i] = (float) (C[i] * at[i] + B[i]);
                }
                optimizer.step(
                        weights,
                        Tensor.of(gradients, gradients.length),
                        slots,
                        new Optimizer.Step(step, rate, 0.01, layout));
            }
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) weights.floats()[i]).as("weight %s", i).isCloseTo(expected[i], offset(3e-6));
            }
        }
    }

    @Test
    void everyInstalledOptimizerIsCompared() {
        var compared = golden().map(each -> ((Optimizer) each.get()[0]).name()).toList();
        assertThat(Options.installed(Optimizer.class, "optimizer", "").all())
                .hasSizeGreaterThan(10)
                .allSatisfy(each -> assertThat(compared).contains(each.name()));
    }

    @Test
    void theMomentumScheduleOfNadamGoesOnForMillionsOfSteps() {
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assertThat(scope).isNotNull();
            assertThat(off).isNotNull();
            var weights = Tensor.of(new float[] {1}, 1);
            var slots = List.of(Tensor.of(new float[] {0.5f}, 1), Tensor.of(new float[] {0.25f}, 1));
            new Nadam(0.9, 0.999, 1e-8)
                    .step(
                            weights,
                            Tensor.of(new float[] {0.5f}, 1),
                            slots,
                            new Optimizer.Step(5_000_000, 0.1, 0, Layout.of(1, 1)));
            // After so many steps m is 0.9 and its product 0: the whole step is r (0.9 a + 0.1 g) / sqrt(b).
            assertThat((double) weights.floats()[0]).isCloseTo(0.9, offset(1e-6));
        }
    }
}
