package dev.sweetspot.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What a request brings along that nobody read, because it was refused before. As long as it lies on the connection, no next
 * request can be read from there, and a connection that is closed with it unread may take the answer along. So what is small is
 * dropped before the answer, and the connection goes on; else the answer says that the connection ends with it, and what still
 * comes is dropped for a while, so that the answer arrives.
 */
final class Unread {
    /** As much is dropped sooner than a new connection is opened. */
    private static final long SMALL = 64 * 1024;

    private static final Duration SOON = Duration.ofSeconds(1);

    /** Who is in the middle of sending reads no answer before that is over. */
    private static final long LARGE = 8 << 20;

    private static final Duration LATE = Duration.ofSeconds(2);

    /** Between two looks at the connection. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private Unread() {}

    /**
     * Makes the connection ready for an answer; waits no longer than a second.
     *
     * @return what to tell once the answer is written
     */
    static Callback settle(Request request, Response response, Callback callback) {
        if (response.isCommitted()) {
            return callback;
        }
        // Who waits for a word before sending is not asked to send what nobody wants.
        boolean waits = request.getHeaders().contains(HttpHeader.EXPECT);
        if (!waits && request.getLength() <= SMALL && dropped(request, SMALL, SOON)) {
            return callback;
        }
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        return waits
                ? callback
                : new Callback.Nested(callback) {
                    @Override
                    public void succeeded() {
                        dropped(request, LARGE, LATE);
                        super.succeeded();
                    }
                };
    }

    /** Reads on to the end, and says whether it came: not after as many bytes, nor after that time. */
    private static boolean dropped(Request request, long most, Duration patience) {
        long begin = System.nanoTime();
        long taken = 0;
        while (taken <= most) {
            var chunk = request.read();
            if (chunk == null) {
                boolean over = System.nanoTime() - begin > patience.toNanos();
                if (over || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(PAUSE);
            } else if (Content.Chunk.isFailure(chunk)) {
                return false;
            } else {
                taken += chunk.remaining();
                boolean last = chunk.isLast();
                chunk.release();
                if (last) {
                    return true;
                }
            }
        }
        return false;
    }
}
