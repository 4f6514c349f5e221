package dev.sweetspot.data.format;

import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.data.Part;
import dev.sweetspot.form.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * IDX files of MNIST and its kin: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and the same with
 * {@code t10k} for the test part, each with or without .gz, in one folder. Big-endian header, one byte a sample.
 */
public final class IdxFormat implements DataFormat {
    private static final int IMAGES_MAGIC = 0x0803;
    private static final int LABELS_MAGIC = 0x0801;

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
        return Files.isDirectory(path) && find(path, "train-images").isPresent();
    }

    private static Optional<Path> find(Path folder, String stem) {
        for (var name : List.of("-idx3-ubyte", "-idx1-ubyte", ".idx3-ubyte", ".idx1-ubyte")) {
            for (var ending : List.of("", ".gz")) {
                var path = folder.resolve(stem + name + ending);
                if (Files.isRegularFile(path)) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public LoadedImages load(Path path, LoadOptions options) {
        var train = require(path, "train-images");
        var header = header(train, Gz.read(train), IMAGES_MAGIC);
        var planes = new Planes(new ImageShape(header.getInt(8), header.getInt(12), 1));
        addPart(path, "train", Part.TRAINING, planes, options);
        if (find(path, "t10k-images").isPresent()) {
            addPart(path, "t10k", Part.TEST, planes, options);
        }
        return planes.finish(path.toString(), List.of());
    }

    private static Path require(Path folder, String stem) {
        return find(folder, stem)
                .orElseThrow(() -> new InvalidInputException(
                        "data",
                        folder,
                        "must also hold " + stem + "-idx1-ubyte or " + stem + "-idx3-ubyte",
                        "copy it there?"));
    }

    private static void addPart(Path folder, String stem, Part part, Planes planes, LoadOptions options) {
        var imageFile = require(folder, stem + "-images");
        var labelFile = require(folder, stem + "-labels");
        var images = header(imageFile, Gz.read(imageFile), IMAGES_MAGIC);
        var labels = header(labelFile, Gz.read(labelFile), LABELS_MAGIC);
        int count = images.getInt(4);
        int size = Math.multiplyExact(images.getInt(8), images.getInt(12));
        if (labels.getInt(4) != count) {
            throw new InvalidInputException(
                    "data",
                    labelFile,
                    "has " + labels.getInt(4) + " labels for " + count + " images",
                    "files of different sets?");
        }
        lengthMustBe(imageFile, images, 16 + (long) count * size);
        lengthMustBe(labelFile, labels, 8 + (long) count);
        for (int i = 0; i < count; i++) {
            var samples = new byte[size];
            images.get(16 + i * size, samples);
            planes.add(samples, labels.get(8 + i) & 0xff, part);
            options.progress().at(i + 1L, count);
        }
    }

    private static ByteBuffer header(Path file, byte[] bytes, int magic) {
        var buffer = ByteBuffer.wrap(bytes);
        int least = magic == IMAGES_MAGIC ? 16 : 8;
        if (bytes.length < least || buffer.getInt(0) != magic || buffer.getInt(4) < 1) {
            throw new InvalidInputException(
                    "data",
                    file,
                    "is no IDX file of " + (magic == IMAGES_MAGIC ? "images" : "labels")
                            + " (its first bytes are wrong)",
                    "copy it again?");
        }
        if (magic == IMAGES_MAGIC) {
            int height = buffer.getInt(8);
            int width = buffer.getInt(12);
            if (height < 1 || width < 1 || height > 4096 || width > 4096) {
                throw new InvalidInputException(
                        "data", file, "claims images of " + width + " x " + height, "copy it again?");
            }
        }
        return buffer;
    }

    private static void lengthMustBe(Path file, ByteBuffer buffer, long wanted) {
        if (buffer.capacity() != wanted) {
            throw new InvalidInputException(
                    "data",
                    file,
                    "has " + buffer.capacity() + " bytes where its header promises " + wanted,
                    "it was cut off; copy it again?");
        }
    }
}
