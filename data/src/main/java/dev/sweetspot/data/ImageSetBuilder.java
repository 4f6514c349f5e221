package dev.sweetspot.data;

import dev.sweetspot.form.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/**
 * Makes an {@link ImageSet}: the buffer is reserved at once, then threads put images at their places, each place once.
 * {@code put} may be called by many threads for different places; {@code build} after all of them are done.
 */
public final class ImageSetBuilder {
    private static final long LARGEST = Integer.MAX_VALUE;

    private final ImageShape shape;
    private final Depth depth;
    private final ByteBuffer pixels;
    private final byte[] digests;
    private final int size;

    /**
     * Reserves memory for {@code size} images.
     *
     * @throws InvalidInputException if they need more than one buffer can hold (2 GiB) or than the machine gives
     */
    public ImageSetBuilder(int size, ImageShape shape, Depth depth) {
        this.shape = shape;
        this.depth = depth;
        this.size = size;
        long bytes = size * shape.samples() * depth.bytes();
        if (shape.samples() > LARGEST || bytes > LARGEST) {
            throw tooLarge(bytes, "one data set holds at most 2 GiB of decoded images", LARGEST);
        }
        try {
            this.pixels = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
        } catch (OutOfMemoryError e) {
            throw tooLarge(bytes, "Java was not given that much memory (-Xmx)", bytes / 4);
        }
        this.digests = new byte[Math.multiplyExact(size, ContentHash.BYTES)];
    }

    /**
     * Puts an image of 8-bit samples at place {@code i}.
     *
     * @param samples height x width x channels, channels last
     */
    public void put(int i, byte[] samples) {
        check(Depth.U8, samples.length);
        pixels.duplicate().position(i * samples.length).put(samples);
        digest(i, samples);
    }

    /**
     * Puts an image of 16-bit samples, unsigned, at place {@code i}.
     *
     * @param samples height x width x channels, channels last
     */
    public void put(int i, short[] samples) {
        check(Depth.U16, samples.length);
        ByteBuffer place = pixels.duplicate().order(ByteOrder.nativeOrder()).position(i * samples.length * Short.BYTES);
        place.asShortBuffer().put(samples);
        // Little-endian whatever the machine is, so that the hash is the same everywhere.
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        digest(i, bytes.array());
    }

    /**
     * The finished set.
     *
     * @param labels a class an image
     * @param classNames the classes that labels point to
     * @param names the names of the images, strictly ascending
     */
    public ImageSet build(int[] labels, List<String> classNames, List<String> names) {
        if (labels.length != size || size == 0) {
            throw new IllegalArgumentException(labels.length + " labels for " + size + " images");
        }
        return build(new Task.Classification(classNames, labels), names);
    }

    /** The finished set of images without labels. */
    public ImageSet buildUnlabelled(List<String> names) {
        return build(new Task.Reconstruction(size), names);
    }

    /**
     * The finished set.
     *
     * @param task what is known of the images
     * @param names the names of the images, strictly ascending
     */
    public ImageSet build(Task task, List<String> names) {
        if (task.size() != size) {
            throw new IllegalArgumentException("a task of " + task.size() + " items for " + size + " images");
        }
        if (names.size() != size) {
            throw new IllegalArgumentException(names.size() + " names for " + size + " images");
        }
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i - 1).compareTo(names.get(i)) >= 0) {
                throw new IllegalArgumentException("names must ascend: " + names.get(i - 1) + ", " + names.get(i));
            }
        }
        return new ImageSet(shape, depth, pixels, task, names, digests);
    }

    private void digest(int i, byte[] bytes) {
        System.arraycopy(ContentHash.sha256().digest(bytes), 0, digests, i * ContentHash.BYTES, ContentHash.BYTES);
    }

    private void check(Depth given, int length) {
        if (given != depth || length != shape.samples()) {
            throw new IllegalArgumentException(
                    length + " samples of " + given + " where " + shape + " of " + depth + " is wanted");
        }
    }

    private InvalidInputException tooLarge(long bytes, String rule, long room) {
        double pixelsThatFit = (double) room / size / shape.channels() / depth.bytes();
        int side = Math.max(8, ((int) (Math.sqrt(pixelsThatFit) / 8)) * 8);
        return new InvalidInputException(String.format(
                Locale.ROOT,
                "data = %,d images of %s: need %.1f GiB, and %s. Maybe a smaller input size, %d or less?",
                size,
                shape,
                bytes / (double) (1 << 30),
                rule,
                side));
    }
}
