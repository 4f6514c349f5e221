package dev.sweetspot.benchmarks.storage;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Rates of processes that did the same at the same time.
 */
record Rates(List<Double> perSecond) {
    /** All of them together. */
    double sum() {
        return perSecond.stream().mapToDouble(each -> each).sum();
    }

    /** The slowest beside the mean, from 0 to 1. */
    double fairness() {
        return perSecond.stream().mapToDouble(each -> each).min().orElse(0) * perSecond.size() / sum();
    }

    String inWords() {
        return String.format(Locale.ROOT, "%.0f a second (slowest process %.2f of the mean)", sum(), fairness());
    }

    /** This program, told to be one of the processes. */
    static List<String> ours(String kind, String store, Times times, int process) {
        var java = ProcessHandle.current().info().command().orElse("java");
        return List.of(
                java,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StorageBenchmark.class.getName(),
                "loop",
                kind,
                store,
                Double.toString(times.warmUp()),
                Double.toString(times.counted()),
                Integer.toString(process));
    }

    /**
     * How long, in seconds.
     *
     * @param warmUp before the first turn, does not count: studies last longer than a new Java process needs to compile what
     *     it does
     */
    record Times(double warmUp, double counted) {}

    /** Does it for that long at each line that comes. */
    static void loop(Loops.Round round, Times times) throws Exception {
        // The streams stay open: they belong to the process.
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        round.once();
        System.out.println("ready");
        for (double warmUp = times.warmUp(); in.readLine() != null; warmUp = 0) {
            run(round, warmUp);
            long begin = System.nanoTime();
            long count = run(round, times.counted());
            System.out.printf(Locale.ROOT, "done %d %.6f%n", count, (System.nanoTime() - begin) / 1e9);
        }
    }

    private static long run(Loops.Round round, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long count = 0;
        while (System.nanoTime() - end < 0) {
            round.once();
            count++;
        }
        return count;
    }
}
