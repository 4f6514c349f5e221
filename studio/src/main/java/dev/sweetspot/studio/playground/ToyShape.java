package dev.sweetspot.studio.playground;

import dev.sweetspot.data.Task;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A shape that points of a plane lie in, which a network has to tell apart or to follow. */
enum ToyShape {
    /** Two half circles that reach into each other. */
    MOONS(2, "Two half circles that reach into each other: no straight line parts them, a gentle curve does.") {
        @Override
        Point draw(int kind, RandomGenerator random) {
            double angle = Math.PI * random.nextDouble();
            return kind == 0
                    ? new Point(Math.cos(angle) - 0.5, Math.sin(angle) - 0.25)
                    : new Point(0.5 - Math.cos(angle), 0.25 - Math.sin(angle));
        }
    },
    /** A disc within a ring. */
    CIRCLES(2, "A disc within a ring: nothing without a hidden layer can part them.") {
        @Override
        Point draw(int kind, RandomGenerator random) {
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = kind == 0 ? 0.5 * Math.sqrt(random.nextDouble()) : 1.2;
            return new Point(radius * Math.cos(angle), radius * Math.sin(angle));
        }
    },
    /** Two arms that wind around each other. */
    SPIRALS(2, "Two arms that wind around each other: hard, a small network has to bend a lot.") {
        @Override
        Point draw(int kind, RandomGenerator random) {
            double way = 0.1 + 0.9 * Math.sqrt(random.nextDouble());
            double angle = 3.5 * Math.PI * way + Math.PI * kind;
            double radius = 1.5 * way;
            return new Point(radius * Math.cos(angle), radius * Math.sin(angle));
        }
    },
    /** Three clouds. */
    BLOBS(3, "Three round clouds side by side: easy, straight lines are enough.") {
        @Override
        Point draw(int kind, RandomGenerator random) {
            double angle = Math.PI / 2 + 2 * Math.PI * kind / 3;
            return new Point(
                    Math.cos(angle) + 0.2 * random.nextGaussian(), Math.sin(angle) + 0.2 * random.nextGaussian());
        }
    },
    /** Four squares, opposite ones of one kind. */
    XOR(2, "Four squares, opposite ones alike: neither direction alone says anything.") {
        @Override
        Point draw(int kind, RandomGenerator random) {
            double x = 0.1 + 1.1 * random.nextDouble();
            double y = 0.1 + 1.1 * random.nextDouble();
            boolean left = random.nextBoolean();
            return new Point(left ? -x : x, left == (kind == 0) ? -y : y);
        }
    },
    /** Two clouds, one over the other. */
    OVERLAP(
            2,
            "Two clouds that lie half over each other: no network can be right everywhere, and one that is has learnt "
                    + "its points by heart.") {
        @Override
        Point draw(int kind, RandomGenerator random) {
            double side = kind == 0 ? -0.45 : 0.45;
            return new Point(side + 0.5 * random.nextGaussian(), side + 0.5 * random.nextGaussian());
        }
    },
    /** A number over the plane. */
    HILLS(
            0,
            "Not classes but a number at each place, as high as hills and as low as valleys; noise changes the number.") {
        @Override
        Point draw(int kind, RandomGenerator random) {
            return new Point(3 * random.nextDouble() - 1.5, 3 * random.nextDouble() - 1.5);
        }
    };

    private final int classes;
    private final String help;

    ToyShape(int classes, String help) {
        this.classes = classes;
        this.help = help;
    }

    /** A place. */
    record Point(double x, double y) {}

    /** Where a point of a class lies before there is any noise. */
    abstract Point draw(int kind, RandomGenerator random);

    /** As addresses and forms have it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    String help() {
        return help;
    }

    /** How many are to be told apart; 0 where there is a number to follow. */
    int classes() {
        return classes;
    }

    /** What is learnt. */
    Task.Kind task() {
        return classes == 0 ? Task.Kind.REGRESSION : Task.Kind.CLASSIFICATION;
    }

    /** What a network says of a place: a number a class, or one. */
    int outputs() {
        return Math.max(1, classes);
    }

    /** The height of the hills at a place, from -1 to 1. */
    static double height(double x, double y) {
        return Math.sin(2 * x) * Math.cos(1.6 * y);
    }

    /** All words. */
    static List<String> words() {
        return Arrays.stream(values()).map(ToyShape::word).toList();
    }

    /**
     * The shape of a word.
     *
     * @throws InvalidInputException when there is none, with the nearest
     */
    static ToyShape named(String word) {
        return Arrays.stream(values())
                .filter(shape -> shape.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInputException("shape", word, "is not known", DidYouMean.maybe(word, words())));
    }
}
