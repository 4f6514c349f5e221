package dev.sweetspot.data.format;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The number of channels that all images of a set can have. */
final class Channels {
    private Channels() {}

    static int common(List<PlacedImage> images, List<Decoded.Picture> pictures, List<String> notes) {
        var examples = new TreeMap<Integer, String>();
        var counts = new TreeMap<Integer, Integer>();
        for (int i = 0; i < pictures.size(); i++) {
            examples.putIfAbsent(
                    pictures.get(i).channels(), images.get(i).item().path());
            counts.merge(pictures.get(i).channels(), 1, Integer::sum);
        }
        if (counts.size() == 1) {
            return counts.firstKey();
        }
        if (counts.size() == 2 && counts.containsKey(1) && counts.containsKey(3)) {
            notes.add(counts.get(1) + " grey images stand among " + counts.get(3)
                    + " coloured ones and were given three equal channels.");
            return 3;
        }
        var parts = new ArrayList<String>();
        counts.forEach((channels, count) ->
                parts.add(count + " with " + channels + " (" + Shown.name(examples.getOrDefault(channels, "")) + ")"));
        throw new InvalidInputException(
                "data",
                "images",
                "must all have the same number of channels, but there are " + String.join(", ", parts),
                "convert them to one kind?");
    }
}
