package dev.sweetspot.isolation;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.TrialForms;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs trials, one after the other, for the process at the other end of a pipe: the inside of an isolated process. */
public final class TrialServer {
    private final Function<MapForm, Workload> maker;
    private final OutputStream out;
    private final BlockingQueue<MapForm> answers = new LinkedBlockingQueue<>();
    private volatile boolean stop;
    private volatile @Nullable Thread trial;
    private @Nullable Workload workload;

    private TrialServer(Function<MapForm, Workload> maker, OutputStream out) {
        this.maker = maker;
        this.out = out;
    }

    /**
     * Serves until the other end is closed, which it is too when the process there dies. The caller ends its process then,
     * at once: a trial may hang in a thread that nothing can end.
     *
     * @param maker makes what the other end asks for
     * @param in from the other end
     * @param out to the other end; nothing else may be written there
     */
    public static void serve(Function<MapForm, Workload> maker, InputStream in, OutputStream out) {
        var server = new TrialServer(maker, out);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                server.hear(Messages.read(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(MapForm message) {
        switch (Messages.kind(message)) {
            case Messages.WORKLOAD -> begin(() -> make(message.entries().get(Messages.WORKLOAD)));
            case Messages.TRY -> {
                stop = false;
                answers.clear();
                begin(() -> attempt(Fields.of(message).map(Messages.TRY)));
            }
            case Messages.STOP -> stop = true;
            case Messages.INTERRUPT -> {
                var running = trial;
                if (running != null) {
                    running.interrupt();
                }
            }
            default -> answers.add(message);
        }
    }

    /** In a thread of its own, so that this one hears what is said meanwhile. */
    private void begin(Runnable work) {
        var thread = new Thread(work, "sweetspot-trial");
        thread.setDaemon(true);
        trial = thread;
        thread.start();
    }

    private void make(@Nullable Form settings) {
        try {
            workload = maker.apply((MapForm) Objects.requireNonNull(settings));
            send(Messages.truth(Messages.READY));
        } catch (Throwable e) { // whatever it is, the other end waits for an answer
            send(Messages.of(Messages.REFUSED, Form.of(messageOf(e))));
        }
    }

    private void attempt(Fields orders) {
        send(outcome(orders));
    }

    private MapForm outcome(Fields orders) {
        try {
            var made = Optional.ofNullable(workload)
                    .orElseThrow(() -> new IllegalStateException("nobody has said what is to be tried"));
            Measurements values = made.run(new RemoteRun(this, orders));
            return Messages.of(Messages.DONE, TrialForms.toForm(values));
        } catch (InterruptedException asked) {
            return Messages.truth(Messages.INTERRUPTED);
        } catch (TrialFailure failure) {
            return Messages.failed(failure.kind(), messageOf(failure));
        } catch (OutOfMemoryError e) {
            return Messages.failed(
                    Outcome.Cause.OUT_OF_MEMORY,
                    "the memory of its process ran out (" + messageOf(e) + "). Maybe a smaller batch or network?");
        } catch (Throwable e) { // whatever it is, the other end waits for an answer
            return Messages.failed(Outcome.Cause.ERROR, messageOf(e));
        }
    }

    /** What the other end says to what was said last. */
    MapForm next() throws InterruptedException {
        return answers.take();
    }

    void send(MapForm message) {
        var line = (Json.write(message) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            try {
                out.write(line);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean stopRequested() {
        return stop || Thread.currentThread().isInterrupted();
    }

    private static String messageOf(Throwable e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
