package dev.sweetspot.data;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which part each image belongs to as far as the data itself says so ({@code train/}, {@code test/}). Immutable. */
public final class GivenParts {
    private final @Nullable Part[] parts;

    private GivenParts(@Nullable Part[] parts) {
        this.parts = parts;
    }

    /** The data says nothing about its {@code size} images. */
    public static GivenParts none(int size) {
        return new GivenParts(new @Nullable Part[size]);
    }

    /** One entry an image; null where the data does not say. */
    public static GivenParts of(@Nullable Part[] parts) {
        return new GivenParts(parts.clone());
    }

    /** Number of images. */
    public int size() {
        return parts.length;
    }

    /** The part that image {@code i} was given, if it was. */
    public Optional<Part> partOf(int i) {
        return Optional.ofNullable(parts[i]);
    }

    /** How many images were given to this part. */
    public int count(Part part) {
        int count = 0;
        for (Part p : parts) {
            if (p == part) {
                count++;
            }
        }
        return count;
    }

    /** Whether the data brings its own images for this part. */
    public boolean has(Part part) {
        return count(part) > 0;
    }
}
