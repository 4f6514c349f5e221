package dev.sweetspot.data.split;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Groups;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Task;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a person should know of the parts before they believe a figure: copies across parts, and classes of few items. */
public final class PartsReview {
    private static final int FEW = 10;
    /** Comparing all items takes longer than it is worth where there are more; few copies do no harm among so many. */
    private static final int MOST_COMPARED = 200_000;

    private PartsReview() {}

    /** As whole sentences; empty when there is nothing to tell. */
    public static List<String> notes(DataSet set, Parts parts) {
        return notes(set, new Partition(parts));
    }

    /** The same where trials may be compared by folds, in which every item to learn from validates. */
    public static List<String> notes(DataSet set, Partition partition) {
        var parts = partition.parts();
        var notes = new ArrayList<String>();
        set.groups().ifPresent(groups -> noteTornGroups(set, groups, parts, notes));
        boolean compare = set.size() <= MOST_COMPARED;
        if (compare) {
            noteCopies(set, parts, notes);
        }
        if (set.task() instanceof Task.Classification classes) {
            if (compare) {
                noteContradictions(set, classes, notes);
            }
            for (var part : Part.values()) {
                boolean each = partition.folded() && part == Part.VALIDATION;
                noteMissingAndFew(set, classes, each ? parts.trainingAndValidation() : parts.of(part), part, notes);
            }
        }
        return notes;
    }

    /** Only data that brings its own parts can tear groups apart. */
    private static void noteTornGroups(DataSet set, Groups groups, Parts parts, List<String> notes) {
        var trained = new HashSet<Integer>();
        for (int i : parts.trainingAndValidation()) {
            trained.add(groups.of(i));
        }
        long torn = Arrays.stream(parts.test())
                .filter(i -> trained.contains(groups.of(i)))
                .count();
        if (torn > 0) {
            notes.add(torn + " of " + parts.test().length + " test " + set.noun() + " are of groups ("
                    + Shown.name(groups.name()) + ") that are trained on: the test figure flatters.");
        }
    }

    private static void noteCopies(DataSet set, Parts parts, List<String> notes) {
        var training = digests(set, parts.training());
        int validation = count(set, parts.validation(), training);
        if (validation > 0) {
            notes.add(validation + " of " + parts.validation().length + " validation " + set.noun()
                    + " are exact copies of training " + set.noun() + ": the search will look better than it is.");
        }
        training.addAll(digests(set, parts.validation()));
        int test = count(set, parts.test(), training);
        if (test > 0) {
            notes.add(test + " of " + parts.test().length + " test " + set.noun() + " are exact copies of " + set.noun()
                    + " that are trained on: the test figure flatters.");
        }
    }

    private static Set<ByteBuffer> digests(DataSet set, int[] indices) {
        var digests = new HashSet<ByteBuffer>();
        for (int i : indices) {
            digests.add(ByteBuffer.wrap(set.digest(i)));
        }
        return digests;
    }

    private static int count(DataSet set, int[] indices, Set<ByteBuffer> known) {
        int count = 0;
        for (int i : indices) {
            count += known.contains(ByteBuffer.wrap(set.digest(i))) ? 1 : 0;
        }
        return count;
    }

    private static void noteContradictions(DataSet set, Task.Classification classes, List<String> notes) {
        var first = new HashMap<ByteBuffer, Integer>();
        var contradicting = new ArrayList<String>();
        for (int i = 0; i < set.size(); i++) {
            var other = first.putIfAbsent(ByteBuffer.wrap(set.digest(i)), i);
            if (other != null && classes.label(other) != classes.label(i)) {
                contradicting.add(set.name(other) + " and " + set.name(i));
            }
        }
        if (!contradicting.isEmpty()) {
            notes.add("The same " + (set instanceof ImageSet ? "image" : "values")
                    + (set instanceof ImageSet ? " stands" : " stand") + " in two classes: "
                    + Shown.names(contradicting) + ".");
        }
    }

    private static void noteMissingAndFew(
            DataSet set, Task.Classification classes, int[] items, Part part, List<String> notes) {
        var counts = classes.counts(items);
        var missing = new ArrayList<String>();
        var few = new ArrayList<String>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0) {
                missing.add(classes.classNames().get(c));
            } else if (counts[c] < FEW) {
                few.add(classes.classNames().get(c) + " (" + counts[c] + ")");
            }
        }
        if (!missing.isEmpty()) {
            notes.add("The " + part.word() + " part has no " + set.noun(1) + " of " + Shown.names(missing) + ".");
        }
        if (!few.isEmpty()) {
            notes.add("The " + part.word() + " part has few " + set.noun() + " of " + Shown.names(few)
                    + ": what is said of them is rough.");
        }
    }
}
