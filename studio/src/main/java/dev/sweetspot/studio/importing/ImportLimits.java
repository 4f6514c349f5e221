package dev.sweetspot.studio.importing;

import java.time.Duration;

/**
 * How much is taken in at once. What an archive may unpack to is bounded beside this, and so are the pixels of an image.
 *
 * @param mostImages in one import
 * @param mostEntries of the archives in one import, whatever they are: what has no content weighs nothing, and takes memory
 * @param mostBytes of one file
 * @param longest that one image may take to decode
 */
public record ImportLimits(int mostImages, int mostEntries, long mostBytes, Duration longest) {
    /** 100,000 images of at most 512 MiB, 20 seconds each; another entry for each, as some systems add to their archives. */
    public static final ImportLimits USUAL = new ImportLimits(100_000, 200_000, 512L << 20, Duration.ofSeconds(20));
}
