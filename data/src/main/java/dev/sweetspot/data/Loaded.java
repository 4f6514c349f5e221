package dev.sweetspot.data;

import java.util.List;

/**
 * What loading brought.
 *
 * @param set the data
 * @param given the parts that the data itself names; nothing for items of which nothing is known
 * @param skipped what was left out, with the reason; never more than half
 * @param notes what a person should know, as whole sentences: the size chosen and why, files left aside, empty classes
 * @param <S> the kind of data
 */
public record Loaded<S extends DataSet>(S set, GivenParts given, List<Skipped> skipped, List<String> notes) {
    public Loaded {
        if (set.size() != given.size()) {
            throw new IllegalArgumentException(given.size() + " given parts for " + set.size() + " items");
        }
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }
}
