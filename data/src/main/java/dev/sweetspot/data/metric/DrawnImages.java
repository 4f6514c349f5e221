package dev.sweetspot.data.metric;

import dev.sweetspot.data.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a generator draws, as features: what another network, which was taught to look at such images, makes of each.
 *
 * @param drawn a row a drawn image
 * @param heldNames of the real images that were held out
 * @param held a row a real image that was held out
 * @param learnt a row for some of the real images that were learnt from; as near to the held-out ones as can be wished
 * @param note what the features are, as a whole sentence
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DrawnImages(float[][] drawn, List<String> heldNames, float[][] held, float[][] learnt, String note)
        implements Predictions {
    /** Keeps a copy of the names. */
    public DrawnImages {
        heldNames = List.copyOf(heldNames);
        if (heldNames.size() != held.length) {
            throw new IllegalArgumentException(heldNames.size() + " names for " + held.length + " images");
        }
    }

    /** "drawn-0001", as they are counted. */
    @Override
    public List<String> names() {
        var names = new ArrayList<String>();
        for (int i = 0; i < drawn.length; i++) {
            names.add(String.format(Locale.ROOT, "drawn-%04d", i + 1));
        }
        return names;
    }

    @Override
    public DrawnImages and(Predictions more) {
        if (more instanceof DrawnImages others) {
            return new DrawnImages(
                    joined(drawn, others.drawn),
                    Stream.of(heldNames, others.heldNames).flatMap(List::stream).toList(),
                    joined(held, others.held),
                    joined(learnt, others.learnt),
                    note);
        }
        throw new IllegalArgumentException("drawn images and something else");
    }

    private static float[][] joined(float[][] some, float[][] others) {
        return Stream.of(some, others).flatMap(Arrays::stream).toArray(float[][]::new);
    }

    /** There are none: drawn images are judged together. */
    @Override
    public DrawnImages some(int[] places) {
        throw new IllegalArgumentException("drawn images are judged together");
    }

    /** A line a drawn image: its features. */
    @Override
    public String toCsv(String nameColumn) {
        var out = new StringBuilder(nameColumn);
        for (int i = 0; i < drawn[0].length; i++) {
            out.append(",feature_").append(i + 1);
        }
        out.append('\n');
        append(out, names(), drawn);
        return out.toString();
    }

    /** The features of the drawn images and of the held-out ones, so that the distance can be computed again. */
    @Override
    public String toCsv(DataSet set, int[] items) {
        var out = new StringBuilder(toCsv(set.nameColumn()));
        append(out, heldNames.stream().map(Predictions::cell).toList(), held);
        return out.toString();
    }

    private static void append(StringBuilder out, List<String> names, float[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            out.append(names.get(i));
            for (float value : rows[i]) {
                out.append(',').append(value);
            }
            out.append('\n');
        }
    }
}
