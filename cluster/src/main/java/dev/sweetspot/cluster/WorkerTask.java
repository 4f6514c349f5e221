package dev.sweetspot.cluster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/**
 * What a task does: it starts a worker process beside the executor and waits for its end. The process ends with the
 * executor, however that ends, and puts its trials aside where it still can. A task that Spark runs again starts a new
 * worker, which takes what no lease holds.
 */
final class WorkerTask implements Function<Integer, String> {
    private static final long serialVersionUID = 1;

    private static final int SIGNALLED = 128;
    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;
    private static final int WRONG = 2;

    /** A process that is broken for this machine is not started for ever. */
    private static final int MOST_SHORT_LIVES = 3;

    private static final long SHORT_LIFE = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_EVERY_MS = 100;
    private static final long PATIENCE_S = 12;
    private static final int LAST_WORDS = 4000;

    private final WorkerOrder order;

    WorkerTask(WorkerOrder order) {
        this.order = order;
    }

    @Override
    public String call(Integer index) throws IOException, InterruptedException {
        var refusal = order.refusal();
        if (refusal.isPresent()) {
            return new WorkerEnd(index, WRONG, host(), refusal.get()).toText();
        }
        int shortLives = 0;
        while (true) {
            long begin = System.nanoTime();
            var end = work(index);
            shortLives = System.nanoTime() - begin < SHORT_LIFE ? shortLives + 1 : 0;
            if (!died(end.exit()) || shortLives == MOST_SHORT_LIVES) {
                return end.toText();
            }
        }
    }

    /** Whether a signal ended it that nobody sends to ask: native code that crashed, memory that ran out. */
    private static boolean died(int exit) {
        return exit > SIGNALLED && exit != INTERRUPTED && exit != TERMINATED;
    }

    private WorkerEnd work(int index) throws IOException, InterruptedException {
        var log = Files.createTempFile("sweetspot-worker-", ".log");
        try {
            return work(index, log);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private WorkerEnd work(int index, Path log) throws IOException, InterruptedException {
        var process = order.process()
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.getOutputStream().close();
            while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                if (TaskContext.get().isInterrupted()) {
                    throw new InterruptedException("Spark has asked worker " + index + " to end");
                }
            }
            return new WorkerEnd(index, process.exitValue(), host(), lastWords(log));
        } finally {
            end(process);
        }
    }

    /** Asks it to put its trials aside, and insists where it does not. */
    private static void end(Process process) {
        boolean interrupted = Thread.interrupted();
        try {
            process.destroy();
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException again) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String host() {
        return SparkEnv.get().blockManager().blockManagerId().host();
    }

    private static String lastWords(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - LAST_WORDS);
            file.seek(from);
            var bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }
}
