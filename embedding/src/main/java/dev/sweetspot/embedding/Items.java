package dev.sweetspot.embedding;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.prepare.PreparedSequences;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.math.embedding.Points;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is laid out: the items of a data set as points. Numbers of a table are less their mean and divided by their deviation,
 * missing ones are the median and marked, a category is 1 at its own coordinate; images are their pixels from 0 to 1; series are
 * all their steps, shorter ones filled up with their mean. What is to be predicted is no coordinate: it colours the map.
 */
public final class Items {
    /** Of more, so many are picked evenly: time grows with the square of them. */
    public static final int MOST = 2_000;

    /** With fewer there are no neighbours to speak of. */
    static final int FEWEST = 15;

    private final DataSet set;
    private final int[] shown;
    private final Points points;

    private Items(DataSet set, int[] shown, Points points) {
        this.set = set;
        this.shown = shown;
        this.points = points;
    }

    /**
     * Loads what lies there.
     *
     * @throws InvalidInputException when it is no data, or fewer than 15 items
     */
    public static Items load(Path path) {
        var set =
                DataSets.open(path, Optional.empty(), LoadOptions.automatic(1)).set();
        if (set.size() < FEWEST) {
            throw new InvalidInputException(
                    "data",
                    path,
                    "has " + set.size() + " " + set.noun(set.size()) + ", and a map needs at least " + FEWEST,
                    "more data?");
        }
        int count = Math.min(MOST, set.size());
        var shown = IntStream.range(0, count)
                .map(i -> (int) ((long) i * set.size() / count))
                .toArray();
        return new Items(set, shown, Points.of(coordinates(set, shown)));
    }

    private static double[][] coordinates(DataSet set, int[] shown) {
        if (set instanceof TableSet table) {
            var prepared = TablePreparation.fit(
                            table, IntStream.range(0, table.size()).toArray(), Scaling.STANDARD)
                    .apply(table);
            return rows(shown, prepared.width(), (item, into) -> prepared.write(item, into, 0));
        }
        if (set instanceof SequenceSet series) {
            var all = IntStream.range(0, series.size()).toArray();
            var prepared = new PreparedSequences(series, ChannelStatistics.of(series, all));
            int room = series.longest();
            return rows(shown, room * prepared.channels(), (item, into) -> prepared.write(item, room, into, 0));
        }
        var images = (ImageSet) set;
        return rows(shown, (int) images.shape().samples(), (item, into) -> pixels(images, item, into));
    }

    private interface Row {
        void write(int item, float[] into);
    }

    private static double[][] rows(int[] items, int width, Row row) {
        var rows = new double[items.length][width];
        var values = new float[width];
        for (int i = 0; i < items.length; i++) {
            row.write(items[i], values);
            for (int k = 0; k < width; k++) {
                rows[i][k] = values[k];
            }
        }
        return rows;
    }

    private static void pixels(ImageSet images, int item, float[] into) {
        var bytes = new byte[images.bytesPerImage()];
        var pixels = images.pixels();
        pixels.get(item * bytes.length, bytes);
        var samples = ByteBuffer.wrap(bytes).order(pixels.order());
        boolean small = images.depth() == Depth.U8;
        for (int k = 0; k < into.length; k++) {
            into[k] = small ? (samples.get(k) & 0xff) / 255f : (samples.getShort(2 * k) & 0xffff) / 65_535f;
        }
    }

    /** How many are laid out. */
    public int size() {
        return shown.length;
    }

    /** How many there are in the data. */
    public int all() {
        return set.size();
    }

    /** What they are called: "images". */
    public String noun() {
        return set.noun();
    }

    /** What one of them is called, from 0. */
    public String name(int i) {
        return set.name(shown[i]);
    }

    /** What is known of one of them: its class, or its number; empty where nothing is. */
    public String label(int i) {
        if (set.task() instanceof Task.Classification classes) {
            return classes.classNames().get(classes.label(shown[i]));
        }
        return set.task() instanceof Task.Regression regression ? Double.toString(regression.target(shown[i])) : "";
    }

    /** The classes; empty where items have none. */
    public List<String> classes() {
        return set.task() instanceof Task.Classification classes ? classes.classNames() : List.of();
    }

    /** The items of a class, in their order. */
    public int[] of(int label) {
        return set.task() instanceof Task.Classification classes
                ? IntStream.range(0, size())
                        .filter(i -> classes.label(shown[i]) == label)
                        .toArray()
                : new int[0];
    }

    /** What the numbers of the items are called, and the numbers; empty where they have none. */
    public Optional<Numbers> numbers() {
        if (!(set.task() instanceof Task.Regression regression)) {
            return Optional.empty();
        }
        var values = new ArrayList<Double>();
        for (int item : shown) {
            values.add(regression.target(item));
        }
        return Optional.of(new Numbers(regression.targetName(), values));
    }

    /** A number of each item. */
    public record Numbers(String name, List<Double> values) {
        /** Keeps a copy. */
        public Numbers {
            values = List.copyOf(values);
        }
    }

    /** The content of all the data: sha-256, hexadecimal. */
    public String hash() {
        return set.hash();
    }

    /** The items as points. */
    public Points points() {
        return points;
    }
}
