package dev.sweetspot.studio.table;

import java.util.List;

/**
 * One series, small enough for a picture.
 *
 * @param name as the file has it
 * @param label what is to be predicted of it; empty where nothing is
 * @param steps how many it has
 * @param channels the values of each channel, some of the steps; NaN where one is missing
 */
public record SeriesLook(String name, String label, int steps, List<List<Double>> channels) {
    /** Keeps copies. */
    public SeriesLook {
        channels = channels.stream().map(List::copyOf).toList();
    }
}
