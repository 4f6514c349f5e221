package dev.sweetspot.studio.playground;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.learning.SplitTable;
import dev.sweetspot.study.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The points of a toy as a table of two columns, and behind them the places at which a network is asked what it thinks of the
 * plane. Nobody learns from these: they are in no part. Immutable.
 */
final class ToyPoints {
    /** How far the plane goes from its middle, to each side. */
    static final double REACH = 2;

    /** So many places along each side: finer is not seen on a screen where it is smoothed, and 4 times as slow for twice. */
    static final int SIDE = 56;

    private final Toy toy;
    private final float[] x;
    private final float[] y;
    private final double[] targets;
    private final int[] training;
    private final int[] test;
    private final SplitTable split;

    /** Draws them. */
    ToyPoints(Toy toy) {
        this.toy = toy;
        int all = toy.points() + SIDE * SIDE;
        this.x = new float[all];
        this.y = new float[all];
        this.targets = new double[all];
        var random = Seeds.generator(Seeds.of(toy.seed(), 0, Seeds.Purpose.TRIAL));
        for (int i = 0; i < toy.points(); i++) {
            put(i, random);
        }
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int i = toy.points() + row * SIDE + column;
                x[i] = place(column);
                y[i] = -place(row);
            }
        }
        var order = shuffled(toy.points(), random);
        int aside = (int) Math.max(1, Math.round(toy.testShare() * toy.points()));
        this.test = IntStream.of(order).limit(aside).sorted().toArray();
        this.training = IntStream.of(order).skip(aside).sorted().toArray();
        this.split = table();
    }

    /** The middle of a place along a side. */
    private static float place(int at) {
        return (float) (REACH * (2 * (at + 0.5) / SIDE - 1));
    }

    private void put(int i, RandomGenerator random) {
        var shape = toy.shape();
        int kind = shape.classes() == 0 ? 0 : i % shape.classes();
        var point = shape.draw(kind, random);
        double one = toy.noise() * random.nextGaussian();
        double other = toy.noise() * random.nextGaussian();
        if (shape.classes() == 0) {
            x[i] = (float) point.x();
            y[i] = (float) point.y();
            targets[i] = ToyShape.height(point.x(), point.y()) + one;
        } else {
            x[i] = (float) (point.x() + one);
            y[i] = (float) (point.y() + other);
            targets[i] = kind;
        }
    }

    private static int[] shuffled(int size, RandomGenerator random) {
        var order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    private SplitTable table() {
        var columns = List.<Column>of(new Column.Numbers("x", x), new Column.Numbers("y", y));
        var numbers = IntStream.rangeClosed(2, x.length + 1).toArray();
        var set = new TableSet(columns, task(), new RowNames(numbers, x.length), Optional.empty());
        var origin = new SplitData.Origin(Optional.empty(), GivenParts.none(x.length), List.of(), List.of());
        return new SplitTable(origin, set, new Partition(new Parts(training, new int[0], test)));
    }

    private Task task() {
        if (toy.shape().classes() == 0) {
            return new Task.Regression("height", targets);
        }
        var names = IntStream.range(0, toy.shape().classes())
                .mapToObj(kind -> String.valueOf((char) ('A' + kind)))
                .toList();
        return new Task.Classification(
                names, IntStream.range(0, x.length).map(i -> (int) targets[i]).toArray());
    }

    Toy toy() {
        return toy;
    }

    /** As the trainer takes it. */
    SplitTable split() {
        return split;
    }

    /** Those that are learnt from. */
    int[] training() {
        return training.clone();
    }

    /** Those that are set aside. */
    int[] test() {
        return test.clone();
    }

    /** The places of the plane, row by row from the top, each from the left. */
    int[] plane() {
        return IntStream.range(toy.points(), x.length).toArray();
    }

    float x(int i) {
        return x[i];
    }

    float y(int i) {
        return y[i];
    }

    /** The class of a point, from 0, or its number. */
    double target(int i) {
        return targets[i];
    }
}
