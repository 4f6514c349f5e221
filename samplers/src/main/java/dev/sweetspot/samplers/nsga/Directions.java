package dev.sweetspot.samplers.nsga;

import dev.sweetspot.math.front.Front;
import dev.sweetspot.surrogate.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * Directions spread evenly from the ideal point (Das and Dennis 1998, SIAM Journal on Optimization 8), and who is kept by
 * them: one after the other, the direction with the fewest trials takes the one that lies nearest to it (Deb and Jain
 * 2014, algorithm 4, with ties broken by order where they draw lots).
 */
final class Directions {
    private final List<double[]> directions;

    private Directions(List<double[]> directions) {
        this.directions = directions;
    }

    /** As many as an even grid has, at most so many; at least one for each objective. */
    static Directions of(int objectives, int most) {
        var directions = grid(objectives, 1);
        // With one objective there is one direction, however fine the grid.
        int finest = objectives == 1 ? 1 : most;
        for (int divisions = 2; divisions <= finest; divisions++) {
            var finer = grid(objectives, divisions);
            if (finer.size() > most) {
                break;
            }
            directions = finer;
        }
        return new Directions(directions);
    }

    private static List<double[]> grid(int objectives, int divisions) {
        var grid = new ArrayList<double[]>();
        fill(new double[objectives], 0, divisions, divisions, grid);
        return grid;
    }

    private static void fill(double[] partial, int place, int left, int divisions, List<double[]> grid) {
        if (place == partial.length - 1) {
            partial[place] = (double) left / divisions;
            grid.add(partial.clone());
            return;
        }
        for (int share = 0; share <= left; share++) {
            partial[place] = (double) share / divisions;
            fill(partial, place + 1, left - share, divisions, grid);
        }
    }

    int size() {
        return directions.size();
    }

    /** Those of the last rank that are kept beside the safe ones. */
    List<Observation> keep(List<Observation> safe, List<Observation> last, int room) {
        if (!last.stream().allMatch(Observation::measured)) {
            return last.subList(0, room);
        }
        var all = new ArrayList<>(safe.stream().filter(Observation::measured).toList());
        int first = all.size();
        all.addAll(last);
        var normal = normalised(all.stream().map(Observation::losses).toArray(double[][]::new));
        var counts = new int[directions.size()];
        var nearest = new int[all.size()];
        var distances = new double[all.size()];
        for (int i = 0; i < nearest.length; i++) {
            associate(normal[i], i, nearest, distances);
            counts[nearest[i]] += i < first ? 1 : 0;
        }
        var left = new ArrayList<Integer>();
        for (int i = first; i < nearest.length; i++) {
            left.add(i);
        }
        var kept = new ArrayList<Integer>();
        while (kept.size() < room) {
            int best = left.get(0);
            for (int candidate : left) {
                int order = Integer.compare(counts[nearest[candidate]], counts[nearest[best]]);
                if (order < 0 || (order == 0 && distances[candidate] < distances[best])) {
                    best = candidate;
                }
            }
            kept.add(best);
            counts[nearest[best]]++;
            left.remove((Integer) best);
        }
        return kept.stream().sorted().map(all::get).toList();
    }

    private void associate(double[] point, int index, int[] nearest, double[] distances) {
        distances[index] = Double.POSITIVE_INFINITY;
        for (int d = 0; d < directions.size(); d++) {
            double distance = distance(point, directions.get(d));
            if (distance < distances[index]) {
                distances[index] = distance;
                nearest[index] = d;
            }
        }
    }

    /** From a point to the line through the origin along a direction. */
    private static double distance(double[] point, double[] direction) {
        double along = 0;
        double length = 0;
        for (int k = 0; k < point.length; k++) {
            along += point[k] * direction[k];
            length += direction[k] * direction[k];
        }
        double square = 0;
        for (int k = 0; k < point.length; k++) {
            double off = point[k] - along / length * direction[k];
            square += off * off;
        }
        return square;
    }

    /** From the ideal point, in units of the front's intercepts; where these cannot be found, of its width. */
    private static double[][] normalised(double[][] losses) {
        var front = Front.of(losses);
        var ideal = front.ideal();
        var unit = Intercepts.of(front, ideal);
        var result = new double[losses.length][ideal.length];
        for (int i = 0; i < losses.length; i++) {
            for (int k = 0; k < ideal.length; k++) {
                result[i][k] = (losses[i][k] - ideal[k]) / unit[k];
            }
        }
        return result;
    }
}
