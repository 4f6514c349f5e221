package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Crop;
import dev.sweetspot.deep.training.augmentation.Flip;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.deep.training.schedule.Cosine;
import dev.sweetspot.deep.training.schedule.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A small task that can be learnt: is the bright patch in the upper or in the lower half of a noisy image? */
final class Squares {
    private Squares() {}

    static ImageSet images(int count, int side) {
        var random = new SplittableRandom(3);
        var builder = new ImageSetBuilder(count, new ImageShape(side, side, 3), Depth.U8);
        var labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(2);
            var samples = new byte[side * side * 3];
            for (int k = 0; k < samples.length; k++) {
                samples[k] = (byte) random.nextInt(100);
            }
            int top = random.nextInt(side / 2 - 3) + labels[i] * side / 2;
            int left = random.nextInt(side - 3);
            for (int y = 0; y < 3; y++) {
                for (int x = 0; x < 9; x++) {
                    samples[((top + y) * side + left) * 3 + x] = (byte) 220;
                }
            }
            builder.put(i, samples);
        }
        var names = IntStream.range(0, count)
                .mapToObj(i -> String.format("%06d", i))
                .toList();
        return builder.build(labels, List.of("up", "down"), names);
    }

    static Network cnn(int side, int... filters) {
        var layers = new ArrayList<Layer>();
        for (int count : filters) {
            layers.add(new Convolution(count, 3, false));
            layers.add(new BatchNorm());
            layers.add(new Activation(ActivationFunction.RELU));
            layers.add(new MaxPool(2));
        }
        layers.add(new Flatten());
        layers.add(new Dropout(0.1));
        layers.add(new Dense(2));
        return new Network(new Shape.Image(side, side, 3), layers);
    }

    static Recipe recipe(Optimizer optimizer, double rate) {
        return new Recipe(
                new CrossEntropy(0.05), optimizer, new Rate(rate, 0.1, new Cosine()), new Regularization(1e-4), 32);
    }

    static Training.Setting setting(ImageSet set, int threads, Precision precision) {
        var all = IntStream.range(0, set.size()).toArray();
        return new Training.Setting(
                new ImageExamples(set, ChannelStatistics.of(set, all))
                        .with(Augmentations.of(new Flip(Flip.Direction.HORIZONTAL), new Crop(1))),
                all,
                threads,
                precision);
    }

    static double accuracy(Training training, ImageSet set) {
        var all = IntStream.range(0, set.size()).toArray();
        var rows = training.predict(all);
        return IntStream.range(0, set.size())
                        .filter(i -> (rows[i][1] > rows[i][0] ? 1 : 0) == set.label(i))
                        .count()
                / (double) set.size();
    }
}
