package dev.sweetspot.studio.playground;

import dev.sweetspot.studio.settings.ToySpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants to see: points, and one network that learns from them or two side by side.
 *
 * @param points how they are drawn, by name, in words
 * @param networks the settings of each, by name, in words: what is not there is at its default
 */
public record Choice(Map<String, String> points, List<Map<String, String>> networks) {
    /** More than two are not compared, only looked at. */
    public static final int MOST_NETWORKS = 2;

    /**
     * Keeps copies.
     *
     * @throws dev.sweetspot.form.InvalidInputException when something cannot be set so, with the rule
     */
    public Choice {
        points = kept(points);
        networks = networks.stream().map(Choice::kept).toList();
        wanted(points, networks);
    }

    private static Map<String, String> kept(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The points. */
    Toy toy() {
        return Toy.of(points);
    }

    /** What is to be trained. */
    List<ToySpace.Wanted> wanted() {
        return wanted(points, networks);
    }

    private static List<ToySpace.Wanted> wanted(Map<String, String> points, List<Map<String, String>> networks) {
        var shape = Toy.of(points).shape();
        var space = new ToySpace(shape.task(), shape.outputs());
        var all = new ArrayList<ToySpace.Wanted>();
        networks.forEach(settings -> all.add(space.wanted(settings)));
        return all;
    }
}
