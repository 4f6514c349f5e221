package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.training.BatchFeed;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Recipe;
import dev.sweetspot.deep.training.Regularization;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.deep.training.loss.SquaredError;
import dev.sweetspot.deep.training.optimizer.AdamW;
import dev.sweetspot.deep.training.schedule.Cosine;
import dev.sweetspot.deep.training.schedule.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Teaches onlookers. What they are taught takes a fixed number of steps, not a time, so that the same data gives the same. */
public final class OnlookerSchool {
    /** Features of an image; enough to tell images apart, and few enough for the covariance of some hundred of them. */
    static final int FEATURES = 64;

    private static final int STEPS = 400;
    private static final int MOST_EPOCHS = 30;
    private static final int BATCH = 64;
    private static final int FILTERS = 16;
    private static final int LEAST_HALVED = 8;
    private static final int LARGEST = 32;
    private static final long SEED = 1;
    private static final String WITHIN = " Such figures mean something within one data set only.";

    private OnlookerSchool() {}

    /**
     * One that tells classes apart.
     *
     * @param real all real images, from -1 to 1, with their classes
     * @param size how many there are
     * @param training the indices of those to learn from
     * @param classes how many classes there are, at least 2
     * @throws InterruptedException when the thread was interrupted
     */
    public static Onlooker ofClasses(Examples real, int size, int[] training, int classes) throws InterruptedException {
        var layers = new ArrayList<>(eyes(real.shape()));
        int features = layers.size();
        layers.add(new Dense(classes));
        var network = new Network(real.shape(), layers);
        return taught(
                network,
                features,
                new CrossEntropy(0),
                real,
                size,
                training,
                "Images are compared by the " + FEATURES
                        + " features that a small network sees in them, which was taught on "
                        + "the training part to tell its " + classes + " classes apart." + WITHIN);
    }

    /**
     * One that makes images again from few numbers: where classes are not known.
     *
     * @param real all real images, from -1 to 1, as what is to be made again
     * @param size how many there are
     * @param training the indices of those to learn from
     * @throws InterruptedException when the thread was interrupted
     */
    public static Onlooker ofImages(Examples real, int size, int[] training) throws InterruptedException {
        var layers = new ArrayList<Layer>(eyes(real.shape()));
        layers.remove(layers.size() - 1);
        layers.add(new Flatten());
        layers.add(new Dense(FEATURES));
        int features = layers.size();
        layers.add(new Dense(4 * FEATURES));
        layers.add(new Activation(ActivationFunction.RELU));
        layers.add(new Dense(real.shape().size()));
        var network = new Network(real.shape(), layers);
        return taught(
                network,
                features,
                new SquaredError(),
                real,
                size,
                training,
                "Images are compared by " + FEATURES
                        + " features, from which a small network was taught on the training "
                        + "part to make them again, since no classes are known." + WITHIN);
    }

    private static Onlooker taught(
            Network network, int features, Loss loss, Examples real, int size, int[] training, String inWords)
            throws InterruptedException {
        var recipe = new Recipe(loss, new AdamW(), new Rate(3e-3, 0.1, new Cosine()), new Regularization(1e-3), BATCH);
        double epochs = Math.min(MOST_EPOCHS, (double) STEPS / BatchFeed.steps(training.length, BATCH));
        try (var lessons = new Training(
                network,
                recipe,
                new Training.Setting(real, training, 1, Precision.FLOAT32),
                SEED,
                epochs,
                Optional.empty())) {
            while (!lessons.finished()) {
                lessons.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            }
            return new Onlooker(real, size, network, lessons.state(), features, inWords);
        }
    }

    /** From an image to features. */
    static List<Layer> eyes(Shape shape) {
        var image = (Shape.Image) shape;
        var layers = new ArrayList<Layer>();
        int filters = FILTERS;
        int side = Math.min(image.height(), image.width());
        if (side > LARGEST) {
            // A first look in strides, so that teaching takes no longer for large images.
            layers.add(new Convolution(filters, 4, 2, 1, 1, false));
            layers.add(new BatchNorm());
            layers.add(new Activation(ActivationFunction.RELU));
            side /= 2;
        }
        while (true) {
            boolean last = side < LEAST_HALVED;
            layers.add(new Convolution(last ? FEATURES : filters, 3, false));
            layers.add(new BatchNorm());
            layers.add(new Activation(ActivationFunction.RELU));
            if (last) {
                layers.add(new GlobalAverage());
                return layers;
            }
            layers.add(new MaxPool(2));
            side /= 2;
            filters = Math.min(FEATURES, 2 * filters);
        }
    }
}
