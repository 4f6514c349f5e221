package dev.sweetspot.data.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Golden values of numpy 2:
 *
 * <pre>
 * e = np.array([.1, .4, .2, .9, .3]); s = np.array([1.2, .8, 1., 2., .5]); n = 5; z = 1.959963984540054
 * e.mean(), z * e.std(ddof=1) / np.sqrt(n), np.median(e)
 * m, v = e.mean(), s.mean(); 1 - m / v; d = -(e - m) / v + m / v * ((s - v) / v); z * d.std(ddof=1) / np.sqrt(n)
 * </pre>
 */
class ReconstructionReportTest {
    private static Reconstructions made(double... squared) {
        var names = List.of("a", "b", "c", "d", "e").subList(0, squared.length);
        var spreads = new double[] {1.2, 0.8, 1, 2, 0.5};
        return new Reconstructions(names, squared, new double[] {0.2, 0.5, 0.3, 0.8, 0.4}, spreads);
    }

    @Test
    void figuresAndIntervalsAreThoseOfTheirFormulas() {
        var predictions = made(0.1, 0.4, 0.2, 0.9, 0.3);
        var report =
                (ReconstructionReport) Report.of(predictions, new Task.Reconstruction(5), new int[] {0, 1, 2, 3, 4});

        assertThat(report.mse().value()).isCloseTo(0.38, offset(1e-12));
        assertThat(report.mse().interval().high() - report.mse().value()).isCloseTo(0.27299139386, offset(1e-9));
        assertThat(report.mae().value()).isCloseTo(0.44, offset(1e-12));
        assertThat(report.median().value()).isEqualTo(0.3);
        assertThat(report.r2().value()).isCloseTo(0.654545454545, offset(1e-12));
        assertThat(report.r2().value() - report.r2().interval().low()).isCloseTo(0.176072127046, offset(1e-9));
        assertThat(new ReconstructionMse().of(report))
                .isEqualTo(report.leading().value());
        assertThat(new ReconstructionMae().of(report)).isEqualTo(report.mae().value());
        assertThat(new ReconstructionMedian().of(report)).isEqualTo(0.3);
        assertThat(new ReconstructionR2().of(report)).isEqualTo(report.r2().value());
    }

    @Test
    void errorsThatAreNoNumbersCountAsEndlessAndAreTold() {
        var report = ReconstructionReport.of(made(0.1, Double.NaN, 0.2, Double.POSITIVE_INFINITY, 0.3));

        assertThat(report.mse().value()).isFinite().isGreaterThan(1e29);
        assertThat(report.r2().value()).isFinite().isNegative();
        assertThat(report.notes()).singleElement().asString().startsWith("2 reconstructions are not made of numbers");
    }

    @Test
    void theUsualMetricOfATaskIsInstalledForIt() {
        for (var kind : Task.Kind.values()) {
            assertThat(Metrics.named(Metrics.usual(kind), kind).kind()).isEqualTo(kind);
        }
    }
}
