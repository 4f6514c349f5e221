package dev.sweetspot.studio.thumbnail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** A picture as bytes that browsers show. */
final class Picture {
    private static final float QUALITY = 0.88f;

    private Picture() {}

    /** Small ones lose nothing, as PNG; of larger ones nobody sees what is lost, as JPEG. */
    static byte[] of(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            if (image.getWidth() * image.getHeight() <= 48 * 48) {
                ImageIO.write(image, "png", out);
            } else {
                jpeg(image, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void jpeg(BufferedImage image, ByteArrayOutputStream out) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    /** {@code image/png} or {@code image/jpeg}. */
    static String type(byte[] bytes) {
        return (bytes[0] & 0xff) == 0x89 ? "image/png" : "image/jpeg";
    }

    /** Reads one again; for tests. */
    static @Nullable BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
