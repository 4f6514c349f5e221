package dev.sweetspot.studio.playground;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.learning.Answers;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Weight;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Session;
import dev.sweetspot.deep.training.TableExamples;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.studio.settings.ToySpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A small network that learns from the points of a toy, by the same trainer as all others. Belongs to one thread at a time;
 * whoever makes it closes it.
 */
final class Learner implements AutoCloseable {
    /** What {@code log_loss} takes for a probability of 0. */
    private static final double LEAST = 1e-7;

    private static final double ROUNDING = 1e-9;

    private final ToyPoints points;
    private final Session session;
    private final int[] plane;
    private final float[] start;
    private final DoubleUnaryOperator restored;
    private final List<Score> scores = new ArrayList<>();
    private boolean broken;

    /** Begins, and measures how it stands before it has learnt anything. */
    Learner(ToyPoints points, ToySpace.Wanted wanted) {
        this.points = points;
        this.plane = points.plane();
        var split = points.split();
        var training = points.training();
        var examples = split.examples(wanted.configuration(), training);
        // Layers as narrow as these are slower in 16 bits. One thread: results should not depend on the machine.
        var setting = new Training.Setting(examples, training, 1, Precision.FLOAT32, Device.CPU);
        this.session = split.session(new SplitData.Beginning(
                wanted.configuration(), setting, wanted.seed(), wanted.epochs(), Optional.empty()));
        this.start = session.state().weights();
        this.restored = Answers.of(((TableExamples) examples).aim()) instanceof Answers.Numbers numbers
                ? numbers.scaling()::restored
                : DoubleUnaryOperator.identity();
        measure();
    }

    /**
     * Goes on until so many epochs are done, or nothing is left to do. It is measured after each epoch, and where it stops.
     *
     * @throws InterruptedException when the thread is interrupted; it can go on afterwards
     */
    void goTo(double epochs) throws InterruptedException {
        var itinerary = session.itinerary();
        while (!done()) {
            int steps = (int) Math.floor((epochs - session.epochs()) * itinerary.stepsPerEpoch() + ROUNDING);
            if (steps < 1) {
                break;
            }
            var progress = session.advance(steps, Long.MAX_VALUE);
            broken = !Double.isFinite(progress.loss());
            if (!broken && itinerary.betweenEpochs()) {
                measure();
                session.validated(latest().test().loss());
            }
        }
        if (!broken && latest().epochs() < session.epochs()) {
            measure();
        }
    }

    /** One step, whatever it is of an epoch. */
    void step() throws InterruptedException {
        goTo(session.epochs() + 1.0 / session.itinerary().stepsPerEpoch());
    }

    private void measure() {
        var score = new Score(session.epochs(), part(points.training()), part(points.test()));
        broken = !score.sound();
        if (!broken) {
            scores.add(score);
        }
    }

    private Score.Part part(int[] chosen) {
        var rows = session.predict(chosen);
        double loss = 0;
        int right = 0;
        boolean classes = points.toy().shape().task() == Task.Kind.CLASSIFICATION;
        for (int i = 0; i < chosen.length; i++) {
            double target = points.target(chosen[i]);
            if (classes) {
                // A probability that is no number has to stay none.
                double probability = rows[i][(int) target];
                loss -= Math.log(probability < LEAST ? LEAST : probability);
                right += best(rows[i]) == (int) target ? 1 : 0;
            } else {
                double error = restored.applyAsDouble(rows[i][0]) - target;
                loss += error * error;
            }
        }
        return classes
                ? new Score.Part(loss / chosen.length, (double) right / chosen.length)
                : new Score.Part(Math.sqrt(loss / chosen.length), Double.NaN);
    }

    private static int best(float[] row) {
        int best = 0;
        for (int c = 1; c < row.length; c++) {
            if (row[c] > row[best]) {
                best = c;
            }
        }
        return best;
    }

    /** What it thinks of each place of the plane: a probability a class, or the number in its own unit. */
    float[][] plane() {
        var rows = session.predict(plane);
        for (var row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) restored.applyAsDouble(row[i]);
            }
        }
        return rows;
    }

    /**
     * A layer and how far it came.
     *
     * @param size the usual size of its numbers: the root of their mean square
     * @param moved that of how far they are from where they began
     */
    record Layer(double size, double moved) {}

    /** The layers with kernels, from the input to the answer. */
    List<Layer> layers() {
        var now = session.state().weights();
        var layers = new ArrayList<Layer>();
        for (var placed : Weights.of(session.network())) {
            if (placed.role() == Weight.Role.KERNEL) {
                layers.add(layer(now, (int) placed.start(), (int) placed.size()));
            }
        }
        return layers;
    }

    private Layer layer(float[] now, int from, int size) {
        double squares = 0;
        double moves = 0;
        for (int i = from; i < from + size; i++) {
            squares += (double) now[i] * now[i];
            moves += (double) (now[i] - start[i]) * (now[i] - start[i]);
        }
        return new Layer(Math.sqrt(squares / size), Math.sqrt(moves / size));
    }

    /** All that was measured, from before the first step on. */
    List<Score> scores() {
        return List.copyOf(scores);
    }

    /** What was measured last, while it could be. */
    Score latest() {
        return scores.get(scores.size() - 1);
    }

    /** Whether its numbers have grown beyond all bounds. */
    boolean broken() {
        return broken;
    }

    /** Whether nothing is left to do. */
    boolean done() {
        return broken || session.finished();
    }

    /** Plans to go on at least so long. */
    void allow(double epochs) {
        if (!broken && epochs > session.plannedEpochs() + ROUNDING) {
            session.plan(epochs);
        }
    }

    double epochs() {
        return session.epochs();
    }

    double plannedEpochs() {
        return session.plannedEpochs();
    }

    /** How many numbers it learns. */
    long size() {
        return session.network().parameterCount();
    }

    int stepsPerEpoch() {
        return session.itinerary().stepsPerEpoch();
    }

    @Override
    public void close() {
        session.close();
    }
}
