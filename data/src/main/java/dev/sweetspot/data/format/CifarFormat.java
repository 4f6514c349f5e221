package dev.sweetspot.data.format;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.file.Gz;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * CIFAR-10 binary records, 1 label byte and 3,072 bytes of red, green and blue planes each, in .bin or .bin.gz files of
 * one folder, or one such file. Files whose name has "test" in it are the test part; class names come from {@code batches.meta.txt}.
 */
public final class CifarFormat implements ImageFormat {
    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;
    private static final int RECORD = 1 + 3 * PLANE;

    @Override
    public String name() {
        return "CIFAR-10 binary files";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean recognises(Path path) {
        return !files(path).isEmpty();
    }

    private static List<Path> files(Path path) {
        if (Files.isRegularFile(path)) {
            return endsLikeRecords(path) ? List.of(path) : List.of();
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var all = Files.list(path)) {
            return all.filter(CifarFormat::isNamedRecords).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean endsLikeRecords(Path file) {
        var name = FileNames.lowerCase(file);
        return name.endsWith(".bin") || name.endsWith(".bin.gz");
    }

    /** In a folder, any program may have left a .bin: it must be called as such files are. */
    private static boolean isNamedRecords(Path file) {
        var name = FileNames.lowerCase(file);
        return endsLikeRecords(file)
                && Files.isRegularFile(file)
                && (name.startsWith("data_batch") || name.contains("train") || name.contains("test"));
    }

    @Override
    public Loaded<ImageSet> images(Path path, LoadOptions options) {
        var planes = new Planes(new ImageShape(SIDE, SIDE, 3));
        var names = classNames(path);
        for (var file : files(path)) {
            var bytes = Gz.read(file);
            if (bytes.length == 0 || bytes.length % RECORD != 0) {
                throw new InvalidInputException(
                        "data",
                        file,
                        "has " + bytes.length + " bytes, no multiple of " + RECORD + " (one CIFAR-10 record)",
                        "it was cut off; copy it again?");
            }
            var part = FileNames.part(file);
            for (int at = 0; at < bytes.length; at += RECORD) {
                int label = bytes[at] & 0xff;
                if (label > 9) {
                    throw new InvalidInputException(
                            "data",
                            file,
                            "has the label " + label + " in record " + at / RECORD + ", and CIFAR-10 has 0 to 9",
                            "another format?");
                }
                planes.add(file.getFileName().toString(), at / RECORD, channelsLast(bytes, at + 1), label, part);
            }
        }
        return planes.finish(names, options);
    }

    private static byte[] channelsLast(byte[] bytes, int from) {
        var image = new byte[3 * PLANE];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < PLANE; i++) {
                image[3 * i + c] = bytes[from + c * PLANE + i];
            }
        }
        return image;
    }

    private static List<String> classNames(Path path) {
        var folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        if (folder == null || !Files.isRegularFile(folder.resolve("batches.meta.txt"))) {
            return List.of();
        }
        try (var lines = Files.lines(folder.resolve("batches.meta.txt"))) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
