package dev.sweetspot.data.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Makes small data sets below a folder. */
record ImageFolder(Path folder) {
    static byte[] png(int width, int height, int colour) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, colour);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** IDX images of 2 x 2 pixels whose first pixel is their number. */
    static byte[] idxImages(int count) {
        var buffer = ByteBuffer.allocate(16 + count * 4);
        buffer.putInt(0x0803).putInt(count).putInt(2).putInt(2);
        for (int i = 0; i < count; i++) {
            buffer.put((byte) i).put((byte) 1).put((byte) 2).put((byte) 3);
        }
        return buffer.array();
    }

    static byte[] idxLabels(int... labels) {
        var buffer = ByteBuffer.allocate(8 + labels.length);
        buffer.putInt(0x0801).putInt(labels.length);
        for (int label : labels) {
            buffer.put((byte) label);
        }
        return buffer.array();
    }

    void put(String path, byte[] bytes) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Cats are reddish and dogs greenish; so many of each, all different. */
    void catsAndDogs(String prefix, int each) throws IOException {
        for (int i = 0; i < each; i++) {
            put(prefix + "cats/" + i + ".png", png(12, 12, 0xff0000 + i));
            put(prefix + "dogs/" + i + ".png", png(12, 12, 0x00ff00 + i));
        }
    }
}
