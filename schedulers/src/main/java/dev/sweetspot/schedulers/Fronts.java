package dev.sweetspot.schedulers;

import dev.sweetspot.math.front.Crowding;
import dev.sweetspot.math.front.Dominance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Points of several losses in order: by fronts, inside a front by the room around a point (Deb et al. 2002, NSGA-II). */
final class Fronts {
    private Fronts() {}

    /** The places of the points, the best first; of equals, the one that stands first. */
    static List<Integer> order(List<List<Double>> points) {
        var losses = rows(points);
        var ranks = Dominance.ranks(losses);
        var members = new ArrayList<List<Integer>>();
        for (int i = 0; i < ranks.length; i++) {
            while (members.size() <= ranks[i]) {
                members.add(new ArrayList<>());
            }
            members.get(ranks[i]).add(i);
        }
        var order = new ArrayList<Integer>(ranks.length);
        for (var front : members) {
            var room = Crowding.distances(front.stream().map(i -> losses[i]).toArray(double[][]::new));
            var widest = new ArrayList<Integer>();
            for (int place = 0; place < room.length; place++) {
                widest.add(place);
            }
            widest.sort(Comparator.comparingDouble(place -> -room[place]));
            widest.forEach(place -> order.add(front.get(place)));
        }
        return order;
    }

    /** How many of the points lie on an earlier front than this one would. */
    static int before(List<List<Double>> points, List<Double> mine) {
        var all = new ArrayList<>(points);
        all.add(mine);
        var ranks = Dominance.ranks(rows(all));
        int before = 0;
        for (int rank : ranks) {
            before += rank < ranks[points.size()] ? 1 : 0;
        }
        return before;
    }

    private static double[][] rows(List<List<Double>> points) {
        return points.stream()
                .map(point -> point.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }
}
