package dev.sweetspot.studio.playground;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lessons, from what matters most to what matters less. */
public final class Lessons {
    private static final Map<String, String> PLAIN =
            Map.of("normalization", "none", "dropout", "0", "weight_decay", "0", "label_smoothing", "0");

    private static final List<Lesson> ALL = List.of(
            lesson(
                    "rate-too-large",
                    "A learning rate that is too large",
                    "learning_rate",
                    "The first network learns at 0.03 and settles. The second makes steps thirty times as long, each beyond what it "
                            + "aims at: its loss jumps up, its boundary does not come to rest, and sometimes its numbers grow beyond all "
                            + "bounds and it breaks down.",
                    points("moons", "noise", "0.15"),
                    settings(
                            "optimizer",
                            "sgd",
                            "learning_rate",
                            "0.03",
                            "schedule",
                            "constant",
                            "batch_size",
                            "16",
                            "epochs",
                            "60"),
                    "learning_rate",
                    "1"),
            lesson(
                    "rate-too-small",
                    "A learning rate that is too small",
                    "learning_rate",
                    "Both see the same points as often. The second makes steps thirty times as short: nothing goes wrong, its "
                            + "loss falls without a jump, and at the end it is where the first was after some epochs.",
                    points("circles", "noise", "0.1"),
                    settings("optimizer", "sgd", "learning_rate", "0.1", "epochs", "60"),
                    "learning_rate",
                    "0.003"),
            lesson(
                    "no-hidden-layer",
                    "A circle without a hidden layer",
                    "layers",
                    "Without a hidden layer a network can only part the plane by a straight line, however long it learns: a disc in "
                            + "a ring stays half wrong. One hidden layer closes the line to a circle.",
                    points("circles", "noise", "0.1"),
                    settings("layers", "1", "learning_rate", "0.01", "epochs", "60"),
                    "layers",
                    "0"),
            lesson(
                    "too-few-units",
                    "A spiral and too few units",
                    "units",
                    "Two arms that wind around each other need a boundary that bends often. In one hidden layer each unit can bend it once: "
                            + "8 are too few, and 128 follow the arms.",
                    points("spirals", "noise", "0.05", "points", "300"),
                    settings("layers", "1", "units", "128", "learning_rate", "0.03", "epochs", "150"),
                    "units",
                    "8"),
            lesson(
                    "by-heart",
                    "Learning by heart without weight decay",
                    "weight_decay",
                    "The clouds lie over each other, and there are few points. The second network, without weight decay, draws its boundary "
                            + "around single points: the loss on what it learns from goes to nothing, while that on what was set aside "
                            + "climbs. Weight decay keeps the boundary of the first one simple.",
                    points("overlap", "points", "80", "noise", "0.2", "test_share", "0.5"),
                    settings(
                            "optimizer",
                            "sgd",
                            "units",
                            "128",
                            "epochs",
                            "300",
                            "learning_rate",
                            "0.1",
                            "weight_decay",
                            "0.03"),
                    "weight_decay",
                    "0"),
            lesson(
                    "dropout",
                    "Dropout against learning by heart",
                    "dropout",
                    "Half of the first network's connections are switched off at random in each step. It learns its points less well than the "
                            + "second, which has all of them, and is usually less sure where it is wrong: the loss on the points that "
                            + "were set aside climbs less.",
                    points("overlap", "points", "80", "noise", "0.2", "test_share", "0.5"),
                    settings("units", "128", "epochs", "300", "learning_rate", "0.01", "dropout", "0.5"),
                    "dropout",
                    "0"),
            lesson(
                    "batch-size",
                    "Large batches make few steps",
                    "batch_size",
                    "Both look at every point as often. The first looks at 8 before each step, the second at 128: it makes one step an "
                            + "epoch where the first makes seventeen, and after as many epochs it is far behind. A large batch "
                            + "wants a higher learning rate, or more epochs.",
                    points("moons", "noise", "0.15"),
                    settings("batch_size", "8", "optimizer", "sgd", "learning_rate", "0.03", "epochs", "40"),
                    "batch_size",
                    "128"),
            lesson(
                    "vanishing",
                    "Many layers of sigmoid",
                    "activation",
                    "Six layers. With relu the network learns. With sigmoid each layer passes on only a little of what the next one says it "
                            + "should change: look at how far the first layers have come from where they began. Normalization "
                            + "between the layers helps; it is switched off here.",
                    points("circles", "noise", "0.1"),
                    settings(
                            "layers",
                            "6",
                            "units",
                            "32",
                            "shape",
                            "fixed",
                            "activation",
                            "relu",
                            "optimizer",
                            "sgd",
                            "learning_rate",
                            "0.03",
                            "epochs",
                            "60",
                            "initializer",
                            "glorot_normal"),
                    "activation",
                    "sigmoid"),
            lesson(
                    "initializer",
                    "A start that is too small",
                    "initializer",
                    "Six layers, and all that differs is how their numbers are drawn before the first step. he_normal follows the width of "
                            + "each layer; random_normal is 0.05 for all, so that hardly anything comes through, and there is nothing to "
                            + "learn from. (Zeros are refused: all units of a layer would stay the same for ever.)",
                    points("circles", "noise", "0.1"),
                    settings(
                            "layers",
                            "6",
                            "units",
                            "32",
                            "shape",
                            "fixed",
                            "optimizer",
                            "sgd",
                            "learning_rate",
                            "0.03",
                            "epochs",
                            "60",
                            "initializer",
                            "he_normal"),
                    "initializer",
                    "random_normal"),
            lesson(
                    "momentum",
                    "Momentum",
                    "momentum",
                    "The same learning rate. The first network keeps nine tenths of each step in the next one, like a heavy ball, and is "
                            + "through in some twenty epochs. The second forgets each step, goes a tenth as far, and is not through after a "
                            + "hundred.",
                    points("circles", "noise", "0.1"),
                    settings("optimizer", "sgd", "learning_rate", "0.01", "momentum", "0.9", "epochs", "100"),
                    "momentum",
                    "0"),
            lesson(
                    "normalization",
                    "Normalization in a deep network",
                    "normalization",
                    "Six layers of sigmoid again. With batch normalization between them the same network learns within some epochs; without, it "
                            + "hardly moves.",
                    points("circles", "noise", "0.1"),
                    settings(
                            "layers",
                            "6",
                            "units",
                            "32",
                            "shape",
                            "fixed",
                            "activation",
                            "sigmoid",
                            "optimizer",
                            "sgd",
                            "learning_rate",
                            "0.03",
                            "epochs",
                            "60",
                            "normalization",
                            "batch"),
                    "normalization",
                    "none"));

    private Lessons() {}

    /** All, in their order. */
    public static List<Lesson> all() {
        return ALL;
    }

    private static Lesson lesson(
            String name,
            String title,
            String parameter,
            String look,
            Map<String, String> points,
            Map<String, String> first,
            String... second) {
        return new Lesson(name, title, parameter, look, points, List.of(first, with(first, second)));
    }

    private static Map<String, String> points(String shape, String... more) {
        return with(Map.of("shape", shape), more);
    }

    /** A plain network, so that what is looked at is not hidden by what helps against it. */
    private static Map<String, String> settings(String... settings) {
        return with(PLAIN, settings);
    }

    private static Map<String, String> with(Map<String, String> before, String... more) {
        var all = new TreeMap<>(before);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
