package dev.sweetspot.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Images of one shape, decoded once and kept in one direct buffer, with a label each (or none at all) and the names
 * they have inside the data set. Immutable and safe for any number of threads. Made by {@link ImageSetBuilder}.
 *
 * <p>Images stand in ascending order of their names, so that neither the hash nor anything drawn from a seed depends on
 * the order in which a disk lists its files.
 */
public final class ImageSet implements DataSet {
    private final ImageShape shape;
    private final Depth depth;
    private final ByteBuffer pixels;
    private final Task task;
    private final List<String> names;
    private final byte[] digests;
    private final String mark;
    private final String hash;

    ImageSet(ImageShape shape, Depth depth, ByteBuffer pixels, Task task, List<String> names, byte[] digests) {
        this(shape, depth, pixels, task, names, digests, "");
    }

    private ImageSet(
            ImageShape shape,
            Depth depth,
            ByteBuffer pixels,
            Task task,
            List<String> names,
            byte[] digests,
            String mark) {
        this.shape = shape;
        this.depth = depth;
        this.pixels = pixels.asReadOnlyBuffer();
        this.task = task;
        this.names = List.copyOf(names);
        this.digests = digests;
        this.mark = mark;
        this.hash = ContentHash.of(this);
    }

    /** The same images, of which something else is known. */
    public ImageSet with(Task other) {
        return new ImageSet(shape, depth, pixels(), other, names, digests, mark);
    }

    /**
     * The same images with something more that makes them what they are: the parts that a person gave them. Sets with
     * different marks have different hashes.
     */
    public ImageSet marked(String what) {
        return new ImageSet(shape, depth, pixels(), task, names, digests, what);
    }

    String mark() {
        return mark;
    }

    /** Number of images. */
    @Override
    public int size() {
        return names.size();
    }

    /** Rows of each image. */
    public int height() {
        return shape.height();
    }

    /** Columns of each image. */
    public int width() {
        return shape.width();
    }

    /** Samples a pixel. */
    public int channels() {
        return shape.channels();
    }

    /** Height, width and channels together. */
    public ImageShape shape() {
        return shape;
    }

    /** How each sample is stored. */
    public Depth depth() {
        return depth;
    }

    /**
     * All samples: direct, read-only, native byte order, layout images x height x width x channels (channels last), one
     * or two bytes a sample. Each call gives a view of its own, at position 0, of the same memory.
     */
    public ByteBuffer pixels() {
        return pixels.duplicate().order(ByteOrder.nativeOrder());
    }

    /** Bytes of one image in {@link #pixels()}. */
    public int bytesPerImage() {
        return Math.toIntExact(shape.samples() * depth.bytes());
    }

    @Override
    public String nameColumn() {
        return "file";
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public Optional<Groups> groups() {
        return Optional.empty();
    }

    /** Whether the images have labels; those to predict have none. */
    public boolean labelled() {
        return task instanceof Task.Classification;
    }

    /**
     * The class of image {@code i}: an index into {@link #classNames()}.
     *
     * @throws IllegalStateException if the set is not labelled
     */
    public int label(int i) {
        if (task instanceof Task.Classification classes) {
            return classes.label(i);
        }
        throw new IllegalStateException("these images have no labels");
    }

    /** The classes in ascending order of their names (or of their numbers); empty without labels. */
    public List<String> classNames() {
        return task instanceof Task.Classification classes ? classes.classNames() : List.of();
    }

    /** The path of image {@code i} inside the data set, with forward slashes. Show it with {@link Shown#name}. */
    @Override
    public String name(int i) {
        return names.get(i);
    }

    /** All names, ascending. */
    public List<String> names() {
        return names;
    }

    /** The sha-256 of the decoded samples of image {@code i}: equal for images that look the same to a network. */
    @Override
    public byte[] digest(int i) {
        return Arrays.copyOfRange(digests, i * ContentHash.BYTES, (i + 1) * ContentHash.BYTES);
    }

    /**
     * The sha-256, in hexadecimal, of decoded content, shape, labels, class names and image names. The same on every
     * machine and for every place the data may lie in.
     */
    @Override
    public String hash() {
        return hash;
    }

    @Override
    public String noun(int count) {
        return count == 1 ? "image" : "images";
    }

    @Override
    public String toString() {
        return size() + " images of " + shape + " (" + depth + ")"
                + (labelled() ? ", " + classNames().size() + " classes" : "");
    }
}
