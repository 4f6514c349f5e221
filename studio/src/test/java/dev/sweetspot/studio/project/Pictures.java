package dev.sweetspot.studio.project;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Small images and projects for tests. */
public final class Pictures {
    /** A clock that stands still. */
    public static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    private Pictures() {}

    /** A PNG of one colour. */
    public static byte[] png(int width, int height, int colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, colour + i % 7);
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An image for a project, kept in it: the colour makes it unlike others. */
    public static NewImage kept(Project project, String name, int colour) {
        var bytes = png(12, 12, colour);
        try {
            return new NewImage(name, project.originals().keep(bytes), bytes.length, facts(colour), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An image without a file. */
    public static NewImage imagined(int number) {
        return new NewImage(
                "cells/" + number + ".png", String.format("%064x", number), 100, facts(number), Optional.empty());
    }

    static ImageFacts facts(int number) {
        return new ImageFacts(12, 12, 3, 8, String.format("%032x", number), false);
    }

    /** Numbers from 0. */
    public static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
