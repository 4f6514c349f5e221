package dev.sweetspot.cluster;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The process that speaks with a cluster, so that Spark, its libraries and its logging stay out of the command line. It is
 * begun by the command line, connects to a port of it, and reads its errand there; each line that it writes is a JSON map:
 * {@code say} a sentence, {@code ended} how the workers ended, {@code failed} why it cannot go on. When the connection is
 * closed, it asks the workers to put their trials aside, and ends.
 */
public final class SparkService {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final long STEADY_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long REGISTERED_WITHIN_NS = TimeUnit.SECONDS.toNanos(15);
    private static final long QUIET_NS = TimeUnit.SECONDS.toNanos(20);

    private final PrintWriter out;
    private final CountDownLatch closed = new CountDownLatch(1);

    private SparkService(PrintWriter out) {
        this.out = out;
    }

    /**
     * Enters. The first line of standard input is the word by which the other end knows this process: arguments can be read
     * by everybody on a machine, and whoever knows the word is told where the store is, with its password.
     *
     * @param arguments the port on this machine
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        serve(Integer.parseInt(arguments[0]), new FileInputStream(FileDescriptor.in));
    }

    static void serve(int port, InputStream told) throws IOException, InterruptedException {
        var words = new BufferedReader(new InputStreamReader(told, StandardCharsets.UTF_8));
        var word = Optional.ofNullable(words.readLine()).orElse("");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.println(word);
            var service = new SparkService(out);
            var errand = Optional.ofNullable(in.readLine());
            service.watch(in);
            if (errand.isPresent()) {
                service.run(errand.get());
            }
        }
    }

    private void watch(BufferedReader in) {
        var thread = new Thread(
                () -> {
                    try {
                        in.transferTo(Writer.nullWriter());
                    } catch (IOException broken) {
                        // The same as closed.
                    } finally {
                        closed.countDown();
                    }
                },
                "sweetspot-parent");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(String text) throws InterruptedException {
        try {
            var errand = SparkErrand.of(Json.parseMap(text, "errand"));
            try (var context = new JavaSparkContext(errand.conf())) {
                context.sc().addSparkListener(new Losses(this::say));
                place(errand, context);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError e) { // Scala throws checked exceptions that nobody declares
            System.getLogger(SparkService.class.getName()).log(System.Logger.Level.ERROR, "Spark cannot go on", e);
            write("failed", Form.of(firstLine(e)));
        }
    }

    /** The sentence of it; Spark's messages go on with where in its program that was. */
    private static String firstLine(Throwable e) {
        return Optional.ofNullable(e.getMessage())
                .flatMap(message ->
                        message.lines().filter(line -> !line.isBlank()).findFirst())
                .orElse(e.toString());
    }

    private void place(SparkErrand errand, JavaSparkContext context) throws InterruptedException {
        if (errand.workers().workers().isEmpty()) {
            awaitCores(context);
        }
        if (errand.workers().program() instanceof WorkerProgram.Sent sent) {
            say("Sending the program to each machine of the cluster (" + (sent.bytes() >> 20) + " MB)");
        }
        var placement = errand.workers().start(context);
        say("On " + errand.master() + " as " + context.sc().applicationId());
        long quiet = System.nanoTime();
        while (!placement.await(LOOK_EVERY)) {
            if (isClosed()) {
                placement.interrupt();
                placement.await(GRACE);
                return;
            }
            if (placement.working() > 0) {
                quiet = System.nanoTime();
            } else if (System.nanoTime() - quiet > QUIET_NS) {
                quiet = System.nanoTime();
                say("The cluster has started no worker yet. Maybe it has no free cores, or too little memory?");
            }
        }
        write("ended", Form.of(placement.ends().stream().map(SparkService::form).toList()));
    }

    private static Form form(WorkerEnd end) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("worker", Form.of(end.worker()));
        entries.put("exit", Form.of(end.exit()));
        entries.put("machine", Form.of(end.machine()));
        entries.put("words", Form.of(end.words()));
        return Form.of(entries);
    }

    /** Machines join one after the other; how many there are is known when no more come. */
    private void awaitCores(JavaSparkContext context) throws InterruptedException {
        long begin = System.nanoTime();
        long since = begin;
        int cores = 0;
        while (!isClosed() && System.nanoTime() - begin < REGISTERED_WITHIN_NS) {
            int now = executors(context) == 0 ? 0 : context.defaultParallelism();
            if (now != cores) {
                cores = now;
                since = System.nanoTime();
            }
            if (cores > 0 && (context.isLocal() || System.nanoTime() - since > STEADY_NS)) {
                return;
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    /** The driver counts as one where it runs tasks itself. */
    private static int executors(JavaSparkContext context) {
        int all = context.statusTracker().getExecutorInfos().length;
        return context.isLocal() ? all : all - 1;
    }

    private boolean isClosed() throws InterruptedException {
        return closed.await(0, TimeUnit.MILLISECONDS);
    }

    private synchronized void say(String sentence) {
        write("say", Form.of(sentence));
    }

    private synchronized void write(String key, Form value) {
        out.println(Json.write(SparkErrand.said(key, value)));
    }
}
