package dev.sweetspot.schedulers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Points of several losses in order: by fronts, inside a front by the room around a point (Deb et al. 2002). */
final class Fronts {
    private Fronts() {}

    /** The places of the points, the best first; of equals, the one that stands first. */
    static int[] order(List<List<Double>> points) {
        var order = new int[points.size()];
        int filled = 0;
        for (var front : fronts(points)) {
            var room = crowding(points, front);
            var places = IntStream.range(0, front.size())
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(place -> -room[place])
                            .thenComparing(front::get))
                    .toList();
            for (int place : places) {
                order[filled++] = front.get(place);
            }
        }
        return order;
    }

    /**
     * The fronts from the best to the worst. In growing order of the losses a point can be dominated only by those before
     * it, so each joins the first front in which nobody dominates it (Zhang et al. 2015, ENS-BS).
     */
    static List<List<Integer>> fronts(List<List<Double>> points) {
        var sorted = IntStream.range(0, points.size())
                .boxed()
                .sorted((first, second) -> compare(points.get(first), points.get(second)))
                .toList();
        var fronts = new ArrayList<List<Integer>>();
        for (int point : sorted) {
            // Whoever is dominated by a member of one front is so by a member of every front before it.
            int low = 0;
            int high = fronts.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (dominated(points, fronts.get(middle), point)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            if (low == fronts.size()) {
                fronts.add(new ArrayList<>());
            }
            fronts.get(low).add(point);
        }
        return fronts;
    }

    private static boolean dominated(List<List<Double>> points, List<Integer> front, int point) {
        // The latest members lie nearest in the first loss and most often dominate.
        // With two losses the last member has the least second loss of all.
        int earliest = points.get(point).size() == 2 ? front.size() - 1 : 0;
        for (int i = front.size() - 1; i >= earliest; i--) {
            if (dominates(points.get(front.get(i)), points.get(point))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first is nowhere worse and somewhere better. */
    static boolean dominates(List<Double> first, List<Double> second) {
        boolean better = false;
        for (int k = 0; k < first.size(); k++) {
            if (first.get(k) > second.get(k)) {
                return false;
            }
            better |= first.get(k) < second.get(k);
        }
        return better;
    }

    private static int compare(List<Double> first, List<Double> second) {
        for (int k = 0; k < first.size(); k++) {
            int order = Double.compare(first.get(k), second.get(k));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static double[] crowding(List<List<Double>> points, List<Integer> front) {
        var room = new double[front.size()];
        for (int k = 0; k < points.get(front.get(0)).size(); k++) {
            int objective = k;
            var along = IntStream.range(0, front.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            place -> points.get(front.get(place)).get(objective)))
                    .toList();
            int last = front.size() - 1;
            double low = points.get(front.get(along.get(0))).get(k);
            double width = points.get(front.get(along.get(last))).get(k) - low;
            room[along.get(0)] = Double.POSITIVE_INFINITY;
            room[along.get(last)] = Double.POSITIVE_INFINITY;
            for (int i = 1; i < last && width > 0; i++) {
                double before = points.get(front.get(along.get(i - 1))).get(k);
                double after = points.get(front.get(along.get(i + 1))).get(k);
                room[along.get(i)] += (after - before) / width;
            }
        }
        return room;
    }
}
