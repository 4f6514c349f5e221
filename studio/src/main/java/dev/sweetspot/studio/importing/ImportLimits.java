package dev.sweetspot.studio.importing;

import java.time.Duration;

/**
 * How much is taken in at once. What an archive may unpack to is bounded beside this, and so are the pixels of an image.
 *
 * @param mostImages in one import
 * @param mostBytes of one file
 * @param longest that one image may take to decode
 */
public record ImportLimits(int mostImages, long mostBytes, Duration longest) {
    /** 100,000 images of at most 512 MiB, 20 seconds each. */
    public static final ImportLimits USUAL = new ImportLimits(100_000, 512L << 20, Duration.ofSeconds(20));
}
