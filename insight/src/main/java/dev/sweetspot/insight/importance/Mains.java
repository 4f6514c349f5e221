package dev.sweetspot.insight.importance;

import java.util.List;

/** What some trees together foretell as a function of one coordinate, all others averaged out; where it is active. */
final class Mains {
    private final Cube cube;
    private final Region[] regions;

    Mains(Cube cube) {
        this.cube = cube;
        regions = new Region[cube.size()];
        for (int c = 0; c < regions.length; c++) {
            regions[c] = new Region(cube, cube.active(c));
        }
    }

    /** How often the prior makes a parameter active. */
    double active(int column) {
        return regions[column].volume();
    }

    /** The sum over trees for each part of each coordinate. */
    double[][] of(List<Tree> trees) {
        var result = new double[cube.size()][];
        for (int c = 0; c < result.length; c++) {
            result[c] = new double[cube.bins(c).count()];
        }
        for (var tree : trees) {
            tree.visit((value, volume, sides, widths) -> add(result, value * volume, sides, widths));
        }
        return result;
    }

    private void add(double[][] result, double weighed, long[] sides, double[] widths) {
        for (int c = 0; c < result.length; c++) {
            double share = weighed / widths[c] * regions[c].factor(sides, widths, c, c);
            for (long rest = share == 0 ? 0 : sides[c]; rest != 0; rest &= rest - 1) {
                result[c][Long.numberOfTrailingZeros(rest)] += share;
            }
        }
    }

    /** A function of a coordinate less its mean. */
    double[] centred(int column, double[] function) {
        var bins = cube.bins(column);
        double mean = 0;
        for (int part = 0; part < function.length; part++) {
            mean += function[part] * bins.width(part);
        }
        var result = new double[function.length];
        for (int part = 0; part < function.length; part++) {
            result[part] = function[part] - mean;
        }
        return result;
    }

    /** The mean of a square over where the parameter is active, weighed by how often that is. */
    double square(int column, double[] centred) {
        var bins = cube.bins(column);
        double sum = 0;
        for (int part = 0; part < centred.length; part++) {
            sum += centred[part] * centred[part] * bins.width(part);
        }
        return sum * active(column);
    }
}
