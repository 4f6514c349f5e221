package dev.sweetspot.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A line to a server on this machine that can be cut, made slow, and made to lose the answer to a commit. */
public final class FaultyLine implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FaultyLine.class.getName());
    /** What a message says that commits: as a word of its own, or within what the server does when a batch is added. */
    private static final Pattern COMMIT = Pattern.compile("COMMIT|call append\\(");

    private final ServerSocket entrance;
    private final int server;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger requestsToLose = new AtomicInteger();
    private volatile boolean cut;
    private volatile boolean silent;
    private volatile long delayMillis;

    private FaultyLine(ServerSocket entrance, int server) {
        this.entrance = entrance;
        this.server = server;
    }

    /** A line to a port of this machine. */
    public static FaultyLine to(int port) {
        try {
            var line = new FaultyLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            thread(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port at which it begins. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Ends all connections now, and every new one at once, until it is mended. */
    public void cut() {
        cut = true;
        open.forEach(Connection::end);
    }

    /** Ends all connections now; new ones are whole. */
    public void interrupt() {
        open.forEach(Connection::end);
    }

    /** From now on nothing is let through and nobody is told: as if a cable had been pulled out. */
    public void silence() {
        silent = true;
    }

    /** Lets everything through again; what was silent is ended. */
    public void mend() {
        if (silent) {
            interrupt();
        }
        cut = false;
        silent = false;
        delayMillis = 0;
    }

    /** Every message takes so long from now on. */
    public void slow(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** So many commits will be done, and the connection ends in the place of the answer. */
    public void loseAnswers(int commits) {
        answersToLose.set(commits);
    }

    /** So many commits will not arrive, and the connection ends in the place of the answer. */
    public void loseRequests(int commits) {
        requestsToLose.set(commits);
    }

    /** Whether all that was to be lost has been lost. */
    public boolean hasLostAll() {
        return answersToLose.get() <= 0 && requestsToLose.get() <= 0;
    }

    private static void thread(Runnable work) {
        var thread = new Thread(work, "faulty-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                if (cut) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException ended) {
                LOG.log(System.Logger.Level.TRACE, "no connection", ended);
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var connection = new Connection(client, new Socket(InetAddress.getLoopbackAddress(), server));
            open.add(connection);
            thread(connection::forth);
            thread(connection::back);
        } catch (IOException serverDown) {
            client.close();
            throw serverDown;
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket far;
        private volatile boolean losesAnswer;

        Connection(Socket client, Socket far) {
            this.client = client;
            this.far = far;
        }

        void end() {
            open.remove(this);
            try (client;
                    far) {
                losesAnswer = true;
            } catch (IOException alreadyEnded) {
                losesAnswer = true;
            }
        }

        void forth() {
            pump(client, far, true);
        }

        void back() {
            pump(far, client, false);
        }

        private void pump(Socket from, Socket to, boolean forth) {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                var buffer = new byte[1 << 14];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    hold();
                    boolean commits = forth
                            && COMMIT.matcher(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))
                                    .find();
                    if ((commits && requestsToLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0)
                            || (!forth && losesAnswer)) {
                        break;
                    }
                    if (commits && answersToLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                        losesAnswer = true;
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException | InterruptedException ended) {
                losesAnswer = true;
            } finally {
                end();
            }
        }

        private void hold() throws InterruptedException {
            if (delayMillis > 0) {
                Thread.sleep(delayMillis);
            }
            while (silent) {
                Thread.sleep(20);
            }
        }
    }
}
