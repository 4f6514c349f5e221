package dev.sweetspot.insight.honest;

import dev.sweetspot.math.distribution.Normal;
import java.util.ArrayList;
import java.util.List;

/** A weighed mixture of normal distributions: what is believed of one number. */
final class Bells {
    private static final int HALVINGS = 36;
    private static final double FAR = 8;
    private static final double LEAST_DEVIATION = 1e-9;
    /** One with less than this share of the largest weight changes nothing. */
    private static final double NEGLIGIBLE = 1e-3;

    private final List<Bell> bells;

    /** A normal distribution; weights are in proportion, and need not add up to 1. */
    record Bell(double weight, double mean, double deviation) {
        static Bell of(double weight, double mean, double variance) {
            return new Bell(weight, mean, Math.max(LEAST_DEVIATION, Math.sqrt(variance)));
        }
    }

    private Bells(List<Bell> bells) {
        this.bells = bells;
    }

    /** The mixture of at least one. */
    static Bells of(List<Bell> all) {
        double most = all.stream().mapToDouble(Bell::weight).max().orElseThrow();
        var kept =
                all.stream().filter(bell -> bell.weight() > NEGLIGIBLE * most).toList();
        double sum = kept.stream().mapToDouble(Bell::weight).sum();
        var bells = new ArrayList<Bell>();
        for (var bell : kept) {
            bells.add(new Bell(bell.weight() / sum, bell.mean(), bell.deviation()));
        }
        return new Bells(bells);
    }

    /** What the number is expected to be. */
    double mean() {
        return bells.stream().mapToDouble(bell -> bell.weight() * bell.mean()).sum();
    }

    /** How probable it is that the number is below another. */
    double probability(double below) {
        double sum = 0;
        for (var bell : bells) {
            sum += bell.weight() * Normal.probability((below - bell.mean()) / bell.deviation());
        }
        return sum;
    }

    /** What the number is below with a probability. */
    double quantile(double probability) {
        double low = bells.stream()
                .mapToDouble(bell -> bell.mean() - FAR * bell.deviation())
                .min()
                .orElseThrow();
        double high = bells.stream()
                .mapToDouble(bell -> bell.mean() + FAR * bell.deviation())
                .max()
                .orElseThrow();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (probability(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
