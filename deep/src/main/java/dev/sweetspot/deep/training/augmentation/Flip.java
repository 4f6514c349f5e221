package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Mirrors half of the images: in each direction by itself, where it is both. */
public record Flip(Direction direction) implements Geometric {
    /** What it is set by; it was once true or false, for left to right. */
    public static final CategoricalParameter<String> PARAMETER = Parameter.categorical(
                    Help.PREFIX + "flip", "none", "horizontal", "vertical", "both")
            .with(About.NOTHING.withHelp(
                    "Which way images are mirrored, half of the time each: horizontal is left to right, vertical upside "
                            + "down. Not where left and right (or up and down) mean something, as in text; both suits what has "
                            + "no up and down, as most pictures from a microscope."));

    /** Which way. */
    public enum Direction {
        /** Not at all. */
        NONE(false, false),
        /** Left to right. */
        HORIZONTAL(true, false),
        /** Upside down. */
        VERTICAL(false, true),
        /** Either, or each. */
        BOTH(true, true);

        private final boolean across;
        private final boolean down;

        Direction(boolean across, boolean down) {
            this.across = across;
            this.down = down;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** None. */
    public Flip() {
        this(Direction.NONE);
    }

    @Override
    public CategoricalParameter<String> parameter() {
        return PARAMETER;
    }

    /** A configuration of before, with true or false, is understood too. */
    @Override
    public Flip with(Configuration configuration) {
        var value = configuration.values().get(PARAMETER.name());
        return value == null ? this : new Flip(named(current(value.toString())));
    }

    /** The word of today for one of before. */
    public static String current(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> Direction.HORIZONTAL.word();
            case "false" -> Direction.NONE.word();
            default -> word;
        };
    }

    private static Direction named(String word) {
        return Direction.valueOf(PARAMETER.check(word).toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean active() {
        return direction != Direction.NONE;
    }

    @Override
    public String inWords() {
        return "mirrored "
                + switch (direction) {
                    case NONE, HORIZONTAL -> "left to right half of the time";
                    case VERTICAL -> "upside down half of the time";
                    case BOTH -> "left to right and upside down, each half of the time";
                };
    }

    @Override
    public void draw(RandomGenerator random, PlaceMap map) {
        if (direction.across && random.nextBoolean()) {
            map.mirrorAcross();
        }
        if (direction.down && random.nextBoolean()) {
            map.mirrorDown();
        }
    }

    @Override
    public Optional<String> torch() {
        return Optional.of((direction.across ? "x = flip(x, 3)\n" : "") + (direction.down ? "x = flip(x, 2)\n" : ""));
    }
}
