package dev.sweetspot.insight.importance;

/**
 * What one parameter does alone: the value as a function of its coordinate in the unit cube, all other parameters averaged
 * out, where it is active. In steps: parts of the coordinate with one value each; categories have a part each. Immutable.
 */
public final class MainEffect {
    private final double[] edges;
    private final double[] values;
    private final double[][] resampled;
    private final boolean named;
    private final boolean seen;

    private MainEffect(double[] edges, double[] values, double[][] resampled, boolean named, boolean seen) {
        this.named = named;
        this.seen = seen;
        this.edges = edges;
        this.values = values;
        this.resampled = resampled;
    }

    static MainEffect of(Cube cube, int column, Components components, Variances variances, boolean seen) {
        var bins = cube.bins(column);
        int parts = bins.count();
        var edges = new double[parts + 1];
        for (int part = 0; part < parts; part++) {
            edges[part + 1] = bins.high(part);
        }
        int bags = components.bags();
        var resampled = new double[bags][parts];
        var values = new double[parts];
        for (int b = 0; b < bags; b++) {
            for (int part = 0; part < parts; part++) {
                double alone = components.centred(b, column)[part];
                resampled[b][part] = components.mean(b, column) + variances.factor(b, column) * alone;
                values[part] += (components.mean(b, column) + variances.factor(column) * alone) / bags;
            }
        }
        return new MainEffect(edges, values, resampled, bins.named(), seen);
    }

    /** Whether the parts are names, which have no neighbours. */
    public boolean named() {
        return named;
    }

    /**
     * Whether the parameter is seen to do anything: it foretells configurations that were kept from the model better than
     * without it, by more than chance would in one of twenty studies, in any of their parameters.
     */
    public boolean seen() {
        return seen;
    }

    /** How many parts, at least 1. */
    public int parts() {
        return values.length;
    }

    /** Where a part begins, from 0. */
    public double low(int part) {
        return edges[part];
    }

    /** Where it ends, up to 1. */
    public double high(int part) {
        return edges[part + 1];
    }

    /** The part of a coordinate from 0 to 1. */
    public int part(double coordinate) {
        int part = 0;
        while (part < values.length - 1 && coordinate >= edges[part + 1]) {
            part++;
        }
        return part;
    }

    /** The value there. */
    public double value(int part) {
        return values[part];
    }

    /** How many resamples of the study there are. */
    public int resamples() {
        return resampled.length;
    }

    /** The value that a resample has there. */
    public double value(int part, int resample) {
        return resampled[resample][part];
    }
}
