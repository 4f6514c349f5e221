package dev.sweetspot.data.file;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Packed files that unpack to far more than they weigh, and how much is believed before they are called so. */
public final class Bomb {
    /** Images and tables of pixels do not get smaller by more than this. */
    private static final long MOST_RATIO = 200;
    /** Small files may be anything. */
    private static final long FREE_BYTES = 64L << 20;

    private Bomb() {}

    /** The most bytes that a packed file of this weight may unpack to. */
    public static long roomFor(long weight) {
        return Math.max(FREE_BYTES, weight * MOST_RATIO);
    }

    public static InvalidInputException found(Path file) {
        return new InvalidInputException(
                "data",
                Shown.name(file.toString()),
                "unpacks to far more than it weighs",
                "do not trust it, or unpack it yourself and give the folder?");
    }

    /** A stream that ends with the refusal when more comes out of it than there is room for. */
    public static InputStream guarded(InputStream in, Path file, long room) {
        return new FilterInputStream(in) {
            private long left = room;

            @Override
            public int read() throws IOException {
                int value = super.read();
                return counted(value, value < 0 ? 0 : 1);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                return counted(count, Math.max(0, count));
            }

            @Override
            public long skip(long count) throws IOException {
                long skipped = super.skip(count);
                counted(0, skipped);
                return skipped;
            }

            private int counted(int result, long bytes) {
                left -= bytes;
                if (left < 0) {
                    throw found(file);
                }
                return result;
            }
        };
    }
}
