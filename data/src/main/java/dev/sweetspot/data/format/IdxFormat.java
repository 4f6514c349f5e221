package dev.sweetspot.data.format;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.file.Gz;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * IDX files of MNIST and its kin: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and the same with
 * {@code t10k} for the test part, each with or without .gz, in one folder; or one file of images with its labels beside
 * it. Big-endian header, one byte a sample.
 */
public final class IdxFormat implements ImageFormat {
    private static final int IMAGES_MAGIC = 0x0803;
    private static final int LABELS_MAGIC = 0x0801;
    private static final int IMAGES_HEADER = 16;
    private static final int LABELS_HEADER = 8;
    private static final int LARGEST_SIDE = 4096;

    @Override
    public String name() {
        return "IDX files";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean recognises(Path path) {
        return !imageFiles(path).isEmpty();
    }

    private static List<Path> imageFiles(Path path) {
        if (Files.isRegularFile(path)) {
            return isImages(path) ? List.of(path) : List.of();
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var all = Files.list(path)) {
            return all.filter(IdxFormat::isImages).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isImages(Path file) {
        return FileNames.lowerCase(file).matches("(?s).*images[-.]idx3-ubyte(\\.gz)?");
    }

    /** The labels that belong to a file of images, whichever of the two is gzipped. */
    private static Path labelFile(Path images) {
        var name = Objects.toString(images.getFileName());
        var plain =
                name.replaceFirst("(?i)\\.gz$", "").replaceFirst("(?i)images([-.])idx3-ubyte$", "labels$1idx1-ubyte");
        return Stream.of(plain, plain + ".gz")
                .map(images::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "data",
                        Shown.name(images.toString()),
                        "must have its labels beside it: " + Shown.name(plain) + " or " + Shown.name(plain) + ".gz",
                        "copy them there?"));
    }

    @Override
    public Loaded<ImageSet> images(Path path, LoadOptions options) {
        Optional<ImageShape> shape = Optional.empty();
        Planes planes = null;
        for (var file : imageFiles(path)) {
            var images = checked(file, IMAGES_MAGIC);
            var found = new ImageShape(images.getInt(8), images.getInt(12), 1);
            if (planes == null) {
                shape = Optional.of(found);
                planes = new Planes(found);
            } else if (!shape.equals(Optional.of(found))) {
                throw new InvalidInputException(
                        "data",
                        Shown.name(file.toString()),
                        "has images of " + found + ", and the other files of another size",
                        "files of different sets?");
            }
            add(file, images, planes);
        }
        return Objects.requireNonNull(planes).finish(List.of(), options);
    }

    private static void add(Path file, ByteBuffer images, Planes planes) {
        var labelFile = labelFile(file);
        var labels = checked(labelFile, LABELS_MAGIC);
        int count = images.getInt(4);
        if (labels.getInt(4) != count) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(labelFile.toString()),
                    "has " + labels.getInt(4) + " labels for " + count + " images",
                    "files of different sets?");
        }
        int size = images.getInt(8) * images.getInt(12);
        for (int i = 0; i < count; i++) {
            var samples = new byte[size];
            images.get(IMAGES_HEADER + i * size, samples);
            int label = labels.get(LABELS_HEADER + i) & 0xff;
            planes.add(Objects.toString(file.getFileName()), i, samples, label, FileNames.part(file));
        }
    }

    /** The content, its header believed only as far as there are bytes. */
    private static ByteBuffer checked(Path file, int magic) {
        var buffer = ByteBuffer.wrap(Gz.read(file));
        boolean images = magic == IMAGES_MAGIC;
        int header = images ? IMAGES_HEADER : LABELS_HEADER;
        if (buffer.capacity() < header || buffer.getInt(0) != magic || buffer.getInt(4) < 1) {
            throw wrong(file, "is no IDX file of " + (images ? "images" : "labels") + " (its first bytes are wrong)");
        }
        long wanted = header + (long) buffer.getInt(4);
        if (images) {
            int height = buffer.getInt(8);
            int width = buffer.getInt(12);
            if (height < 1 || width < 1 || height > LARGEST_SIDE || width > LARGEST_SIDE) {
                throw wrong(file, "claims images of " + width + " x " + height);
            }
            wanted = header + (long) buffer.getInt(4) * height * width;
        }
        if (buffer.capacity() != wanted) {
            throw wrong(file, "has " + buffer.capacity() + " bytes where its header promises " + wanted);
        }
        return buffer;
    }

    private static InvalidInputException wrong(Path file, String rule) {
        return new InvalidInputException("data", Shown.name(file.toString()), rule, "it was cut off; copy it again?");
    }
}
