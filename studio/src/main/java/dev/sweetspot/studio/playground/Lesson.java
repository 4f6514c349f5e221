package dev.sweetspot.studio.playground;

import java.util.List;
import java.util.Map;

/**
 * Something to see: two networks that differ in one thing.
 *
 * @param name in addresses: "rate-too-large"
 * @param parameter what it is about: that in which the networks differ
 * @param look what to look for, in a sentence or two that are true of the trainer; a test runs each lesson and checks it
 * @param points how the points are drawn
 * @param networks the settings of the two
 */
public record Lesson(
        String name,
        String title,
        String parameter,
        String look,
        Map<String, String> points,
        List<Map<String, String>> networks) {
    /** Keeps copies. */
    public Lesson {
        points = Map.copyOf(points);
        networks = networks.stream().map(Map::copyOf).toList();
    }

    /** What it shows. */
    Choice choice() {
        return new Choice(points, networks);
    }
}
