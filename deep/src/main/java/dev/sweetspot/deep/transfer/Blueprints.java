package dev.sweetspot.deep.transfer;

import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.AdaptiveAverage;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Residual;
import java.util.List;

/** The known networks, layer by layer as torchvision has them. */
public final class Blueprints {
    private static final int CLASSIFIER_UNITS = 4096;

    private Blueprints() {}

    /** He et al. 2016: two layers a block. */
    public static Blueprint resNet18(int classes, double dropout) {
        return resNet(List.of(2, 2, 2, 2), false, classes, dropout);
    }

    /** He et al. 2016: three layers a block, the stride in the middle one, as torchvision has it. */
    public static Blueprint resNet50(int classes, double dropout) {
        return resNet(List.of(3, 4, 6, 3), true, classes, dropout);
    }

    private static Blueprint resNet(List<Integer> blocks, boolean bottleneck, int classes, double dropout) {
        var net = new Blueprint.Builder(ActivationFunction.RELU)
                .convolution(64, 7, 2, 1, "conv1", "bn1")
                .activation()
                .add(new MaxPool(3, 2, 1));
        int channels = 64;
        for (int stage = 0; stage < blocks.size(); stage++) {
            int width = 64 << stage;
            for (int block = 0; block < blocks.get(stage); block++) {
                var key = "layer" + (stage + 1) + "." + block + ".";
                int stride = stage > 0 && block == 0 ? 2 : 1;
                int out = bottleneck ? 4 * width : width;
                var body = new Blueprint.Builder(ActivationFunction.RELU);
                if (bottleneck) {
                    body.convolution(width, 1, 1, 1, key + "conv1", key + "bn1").activation();
                    body.convolution(width, 3, stride, 1, key + "conv2", key + "bn2")
                            .activation();
                    body.convolution(out, 1, 1, 1, key + "conv3", key + "bn3");
                } else {
                    body.convolution(width, 3, stride, 1, key + "conv1", key + "bn1")
                            .activation();
                    body.convolution(out, 3, 1, 1, key + "conv2", key + "bn2");
                }
                var shortcut = new Blueprint.Builder(ActivationFunction.RELU);
                if (stride != 1 || channels != out) {
                    shortcut.convolution(out, 1, stride, 1, key + "downsample.0", key + "downsample.1");
                }
                net.add(new Residual(body.layers(), shortcut.layers()), body, shortcut)
                        .activation();
                channels = out;
            }
        }
        return net.add(new GlobalAverage())
                .add(new Dropout(dropout))
                .add(new Dense(classes), "fc")
                .done();
    }

    /** Simonyan and Zisserman 2015, configuration E. */
    public static Blueprint vgg19(int classes, double dropout) {
        var net = new Blueprint.Builder(ActivationFunction.RELU);
        int index = 0;
        for (int stage = 0; stage < 5; stage++) {
            for (int i = 0; i < (stage < 2 ? 2 : 4); i++) {
                net.add(new Convolution(Math.min(512, 64 << stage), 3, true), "features." + index)
                        .activation();
                index += 2;
            }
            net.add(new MaxPool(2));
            index++;
        }
        return net.add(new AdaptiveAverage(7))
                .add(new Flatten())
                .add(new Dense(CLASSIFIER_UNITS), "classifier.0")
                .activation()
                .add(new Dropout(dropout))
                .add(new Dense(CLASSIFIER_UNITS), "classifier.3")
                .activation()
                .add(new Dropout(dropout))
                .add(new Dense(classes), "classifier.6")
                .done();
    }

    /** Sandler et al. 2018, table 2: widening, channels, blocks, first stride. */
    private static final List<List<Integer>> MOBILE_STAGES = List.of(
            List.of(1, 16, 1, 1),
            List.of(6, 24, 2, 2),
            List.of(6, 32, 3, 2),
            List.of(6, 64, 4, 2),
            List.of(6, 96, 3, 1),
            List.of(6, 160, 3, 2),
            List.of(6, 320, 1, 1));

    /** Sandler et al. 2018, of the usual width. */
    public static Blueprint mobileNetV2(int classes, double dropout) {
        var net = new Blueprint.Builder(ActivationFunction.RELU6)
                .convolution(32, 3, 2, 1, "features.0.0", "features.0.1")
                .activation();
        int channels = 32;
        int index = 1;
        for (var stage : MOBILE_STAGES) {
            for (int block = 0; block < stage.get(2); block++) {
                int stride = block == 0 ? stage.get(3) : 1;
                var body = inverted(channels, stage.get(0), stage.get(1), stride, "features." + index++ + ".conv.");
                if (stride == 1 && channels == stage.get(1)) {
                    net.add(new Residual(body.layers(), List.of()), body);
                } else {
                    net.append(body);
                }
                channels = stage.get(1);
            }
        }
        return net.convolution(1280, 1, 1, 1, "features." + index + ".0", "features." + index + ".1")
                .activation()
                .add(new GlobalAverage())
                .add(new Dropout(dropout))
                .add(new Dense(classes), "classifier.1")
                .done();
    }

    private static Blueprint.Builder inverted(int channels, int widening, int filters, int stride, String key) {
        int inside = channels * widening;
        var body = new Blueprint.Builder(ActivationFunction.RELU6);
        int at = 0;
        if (widening > 1) {
            body.convolution(inside, 1, 1, 1, key + at + ".0", key + at + ".1").activation();
            at++;
        }
        body.convolution(inside, 3, stride, inside, key + at + ".0", key + at + ".1")
                .activation();
        at++;
        return body.convolution(filters, 1, 1, 1, key + at, key + (at + 1));
    }
}
