package dev.sweetspot.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** What a request brings along, up to a number of bytes, and not slower than anybody's line. */
final class BoundedBody extends FilterInputStream {
    /** Before a rate counts. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long BYTES_A_SECOND = 20_000;

    private final long most;
    private final Duration patience;
    private final long begin = System.nanoTime();
    private long taken;

    BoundedBody(InputStream in, long most) {
        this(in, most, PATIENCE);
    }

    BoundedBody(InputStream in, long most, Duration patience) {
        super(in);
        this.most = most;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(Math.max(0, got));
        return got;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) {
        taken += bytes;
        if (taken > most) {
            throw tooLarge(most);
        }
        var due = patience.plusMillis(1000 * taken / BYTES_A_SECOND);
        if (System.nanoTime() - begin > due.toNanos()) {
            throw Refusal.tooSlow(
                    "body", taken + " bytes so far", "must arrive within " + due.toSeconds() + " seconds");
        }
    }

    static Refusal tooLarge(long most) {
        return Refusal.tooLarge("body", "more than " + most + " bytes", "must not be as large", "less at once?");
    }
}
