package dev.sweetspot.benchmarks.speed;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Column;
import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.prepare.PreparedSequences;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.deep.training.Aim;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.SequenceExamples;
import dev.sweetspot.deep.training.TableExamples;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What is learnt from.
 *
 * @param examples with the changes that a training sees
 * @param training the indices of those to learn from
 * @param test the indices of those to be asked for; none where the answers are random
 * @param task the answers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Material(Examples examples, int[] training, int[] test, Task.Classification task) {
    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int COLUMNS = 784;
    private static final int STEPS = 50;
    private static final int CHANNELS = 8;
    private static final int MANY = 10_000;
    private static final int SERIES = 4_000;

    /** The share of the test examples that are given their own class. */
    double accuracy(float[][] probabilities) {
        int right = 0;
        for (int i = 0; i < test.length; i++) {
            int best = 0;
            for (int c = 1; c < probabilities[i].length; c++) {
                best = probabilities[i][c] > probabilities[i][best] ? c : best;
            }
            right += best == task.label(test[i]) ? 1 : 0;
        }
        return right / (double) test.length;
    }

    /** 10,000 images of 32 x 32 x 3, 10,000 rows of 784 numbers, or 4,000 series of 50 steps and 8 channels, all random. */
    static Material random(Sketch.Kind kind, Augmentations changes) {
        var random = new SplittableRandom(1);
        int size = kind == Sketch.Kind.SERIES ? SERIES : MANY;
        var all = IntStream.range(0, size).toArray();
        var labels = random.ints(size, 0, CLASSES).toArray();
        var names = IntStream.range(0, size)
                .mapToObj(i -> String.format(Locale.ROOT, "%06d", i))
                .toList();
        var classes = IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        var task = new Task.Classification(classes, labels);
        var none = new int[0];
        return switch (kind) {
            case IMAGES -> {
                var builder = new ImageSetBuilder(size, new ImageShape(SIDE, SIDE, 3), Depth.U8);
                var samples = new byte[SIDE * SIDE * 3];
                for (int i = 0; i < size; i++) {
                    random.nextBytes(samples);
                    builder.put(i, samples);
                }
                yield images(builder.build(labels, classes, names), all, none, changes);
            }
            case ROWS -> table(size, COLUMNS, (row, column) -> (float) random.nextGaussian(), task, all, none);
            case SERIES -> {
                var offsets = IntStream.rangeClosed(0, size).map(i -> i * STEPS).toArray();
                var values = new float[size * STEPS * CHANNELS];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) random.nextGaussian();
                }
                var channels =
                        IntStream.range(0, CHANNELS).mapToObj(Integer::toString).toList();
                yield series(new SequenceSet(channels, offsets, values, names, task), all, none);
            }
        };
    }

    /**
     * Data of files. Images are taken for a network of rows too: their pixels are the columns.
     *
     * @param mostTraining at most so many are learnt from
     */
    static Material of(Path path, Optional<Path> test, Sketch.Kind kind, int mostTraining, Augmentations changes) {
        var loaded = DataSets.open(path, test, LoadOptions.automatic(1));
        var given = loaded.given();
        var training = spread(
                IntStream.range(0, given.size())
                        .filter(i -> given.partOf(i).orElse(Part.TRAINING) != Part.TEST)
                        .toArray(),
                mostTraining);
        var asked = IntStream.range(0, given.size())
                .filter(i -> given.partOf(i).filter(Part.TEST::equals).isPresent())
                .toArray();
        DataSet set = loaded.set();
        if (set instanceof ImageSet images && kind == Sketch.Kind.IMAGES) {
            return images(images, training, asked, changes);
        }
        if (set instanceof ImageSet images && kind == Sketch.Kind.ROWS && images.depth() == Depth.U8) {
            var pixels = images.pixels();
            int width = images.bytesPerImage();
            return table(
                    images.size(),
                    width,
                    (row, column) -> pixels.get(row * width + column) & 0xff,
                    classes(images),
                    training,
                    asked);
        }
        if (set instanceof TableSet table && kind == Sketch.Kind.ROWS) {
            return table(table, training, asked);
        }
        if (set instanceof SequenceSet sequences && kind == Sketch.Kind.SERIES) {
            return series(sequences, training, asked);
        }
        throw new InvalidInputException("data", path, "holds " + set + ", from which this network cannot learn", "");
    }

    /** So many at even distances: images may lie class by class. */
    private static int[] spread(int[] all, int most) {
        int size = Math.min(all.length, most);
        return IntStream.range(0, size)
                .map(i -> all[(int) ((long) i * all.length / size)])
                .toArray();
    }

    private static Task.Classification classes(DataSet set) {
        return (Task.Classification) set.task();
    }

    private static Material images(ImageSet set, int[] training, int[] test, Augmentations changes) {
        var examples = new ImageExamples(set, ChannelStatistics.of(set, training)).with(changes);
        return new Material(examples, training, test, classes(set));
    }

    /** The number in a row and a column. */
    private interface Cells {
        float at(int row, int column);
    }

    private static Material table(int rows, int width, Cells cells, Task task, int[] training, int[] test) {
        var columns = new ArrayList<Column>();
        for (int c = 0; c < width; c++) {
            var values = new float[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = cells.at(row, c);
            }
            columns.add(new Column.Numbers("x" + c, values));
        }
        var names = new RowNames(IntStream.range(0, rows).toArray(), rows);
        return table(new TableSet(columns, task, names, Optional.empty()), training, test);
    }

    private static Material table(TableSet set, int[] training, int[] test) {
        var preparation = TablePreparation.fit(set, training, Scaling.STANDARD);
        var examples = new TableExamples(preparation, preparation.apply(set), Aim.of(set.task(), training));
        return new Material(examples, training, test, classes(set));
    }

    private static Material series(SequenceSet set, int[] training, int[] test) {
        var statistics = ChannelStatistics.of(set, training);
        var examples = new SequenceExamples(
                statistics, new PreparedSequences(set, statistics), set.longest(), Aim.of(set.task(), training));
        return new Material(examples, training, test, classes(set));
    }
}
