package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Functions of the BBOB test bed (Hansen, Finck, Ros and Auger 2009, INRIA RR-6829) whose rotations, shifts and peaks are
 * drawn. The draws are numbers in a file, {@code instances.json}, so that whoever has it searches the same function. It was
 * made with NumPy by
 *
 * <pre>{@code
 * r = RandomState(seed); rotation, _ = linalg.qr(r.randn(n, n))
 * shift = r.uniform(-3, 3, n)                                             # Rosenbrock: seed 11, n 6
 * peaks = r.uniform(-4.9, 4.9, (101, n)); peaks[0] = r.uniform(-4, 4, n)  # Gallagher: seed 14, n 5
 * heights = concatenate([[10.0], 1.1 + 8 * arange(100) / 99])
 * a = concatenate([[1000.0], 1000.0 ** (2 * r.permutation(100) / 99)])
 * widths = [r.permutation(b ** (0.5 * arange(n) / (n - 1)) / b ** 0.25) for b in a]
 * }</pre>
 */
final class Instances {
    private Instances() {}

    /**
     * Rosenbrock's function, rotated and shifted as f9 of the test bed, on a logarithmic scale; minimum 0.
     *
     * @param name of the draw
     */
    static Function rosenbrock(String name) {
        var rotation = matrix(name, "rotation");
        var shift = matrix(name, "shift")[0];
        double stretch = Math.max(1, Math.sqrt(shift.length) / 8);
        return x -> {
            var z = times(rotation, minus(x, shift));
            for (int i = 0; i < z.length; i++) {
                z[i] = stretch * z[i] + 1;
            }
            return Math.log10(1 + Functions.rosenbrock(z));
        };
    }

    /**
     * Gallagher's 101 peaks, f21 of the test bed without its oscillation and penalty; minimum 0.
     *
     * @param name of the draw
     */
    static Function gallagher(String name) {
        var rotation = matrix(name, "rotation");
        var peaks = matrix(name, "peaks");
        var heights = matrix(name, "heights")[0];
        var widths = matrix(name, "widths");
        return x -> {
            double highest = 0;
            for (int i = 0; i < peaks.length; i++) {
                var d = times(rotation, minus(x, peaks[i]));
                double sum = 0;
                for (int j = 0; j < d.length; j++) {
                    sum += widths[i][j] * d[j] * d[j];
                }
                highest = Math.max(highest, heights[i] * Math.exp(-sum / (2 * d.length)));
            }
            return 10 - highest;
        };
    }

    /** A function of several numbers. */
    @FunctionalInterface
    interface Function {
        /** Its value. */
        double of(double[] x);
    }

    private static double[] minus(double[] x, double[] y) {
        var difference = x.clone();
        for (int i = 0; i < x.length; i++) {
            difference[i] -= y[i];
        }
        return difference;
    }

    private static double[] times(double[][] matrix, double[] x) {
        var product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += matrix[i][j] * x[j];
            }
        }
        return product;
    }

    /** One row for a list of numbers. */
    private static double[][] matrix(String name, String key) {
        var list = Fields.of(read().find(name).orElseThrow()).list(key);
        return list.items().stream().allMatch(ListForm.class::isInstance)
                ? list.items().stream().map(RunForms::doubles).toArray(double[][]::new)
                : new double[][] {RunForms.doubles(list)};
    }

    private static MapForm read() {
        try (var stream = Optional.ofNullable(Instances.class.getResourceAsStream("instances.json"))
                .orElseThrow()) {
            return Json.parseMap(new String(stream.readAllBytes(), StandardCharsets.UTF_8), "instances.json");
        } catch (IOException e) {
            throw new UncheckedIOException("instances.json cannot be read", e);
        }
    }
}
