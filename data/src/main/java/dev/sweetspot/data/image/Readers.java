package dev.sweetspot.data.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The JDK's readers, one of each kind for each thread: making one costs as much as decoding a small image. */
final class Readers {
    private static final ThreadLocal<Map<ImageKind, ImageReader>> MINE =
            ThreadLocal.withInitial(() -> new EnumMap<>(ImageKind.class));

    private Readers() {}

    /** What is done with a reader that has its file. */
    @FunctionalInterface
    interface Work<T> {
        T with(ImageReader reader) throws IOException, BadImageException;
    }

    static <T> T with(ImageKind kind, byte[] bytes, Work<T> work) throws BadImageException {
        var reader = mine(kind);
        boolean good = false;
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, false, true);
            var result = work.with(reader);
            good = true;
            return result;
        } catch (IOException | RuntimeException e) {
            // Damaged files raise nearly any exception inside the readers.
            throw new BadImageException("is damaged or ends too early");
        } catch (OutOfMemoryError e) {
            throw new BadImageException("needs more memory than there is");
        } finally {
            if (good) {
                reader.setInput(null);
            } else {
                // Who knows in which state a failure left it.
                MINE.get().remove(kind);
                reader.dispose();
            }
        }
    }

    private static ImageReader mine(ImageKind kind) throws BadImageException {
        var known = MINE.get().get(kind);
        if (known != null) {
            return known;
        }
        var readers = ImageIO.getImageReadersByFormatName(kind.reader());
        if (!readers.hasNext()) {
            throw new BadImageException("is a " + kind.reader() + ", which this Java cannot read");
        }
        var reader = readers.next();
        MINE.get().put(kind, reader);
        return reader;
    }
}
