package dev.sweetspot.benchmarks.speed;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Numbers that were measured the same way. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rates(double[] sorted) {
    static Rates of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Rates(sorted);
    }

    static Rates of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double median() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double least() {
        return sorted[0];
    }

    double best() {
        return sorted[sorted.length - 1];
    }

    double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    /** Of the numbers themselves; 0 of one alone. */
    double deviation() {
        double mean = mean();
        double squares =
                Arrays.stream(sorted).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / Math.max(1, sorted.length - 1));
    }

    /** "2.31 (2.20 to 2.44)". */
    String ratio() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(), least(), best());
    }
}
