package dev.sweetspot.benchmarks.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rates of processes that do the same at the same time. Each says that it is ready, waits for a line, and says how often it
 * did it: "ready", "go", "done 1234 5.0". Other programs are asked in the same words.
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

    static Rates of(List<List<String>> commands) throws IOException {
        var processes = new ArrayList<Process>();
        var outputs = new ArrayList<BufferedReader>();
        try {
            for (var command : commands) {
                var process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .directory(new File("."))
                        .start();
                processes.add(process);
                outputs.add(process.inputReader(StandardCharsets.UTF_8));
            }
            for (var output : outputs) {
                line(output, "ready");
            }
            for (var process : processes) {
                process.outputWriter(StandardCharsets.UTF_8).append("go\n").flush();
            }
            var rates = new ArrayList<Double>();
            for (var output : outputs) {
                var words = line(output, "done").split(" ", -1);
                rates.add(Double.parseDouble(words[1]) / Double.parseDouble(words[2]));
            }
            return new Rates(List.copyOf(rates));
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    private static String line(BufferedReader output, String word) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word)) {
                return line;
            }
        }
        throw new IOException("a process ended before it was " + word);
    }

    /**
     * How long, in seconds.
     *
     * @param warmUp does not count: studies last longer than a new Java process needs to compile what it does
     */
    record Times(double warmUp, double counted) {}

    /** Does it until the line comes, and then for that long. */
    static void loop(Loops.Round round, Times times) throws Exception {
        // The streams stay open: they belong to the process.
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        round.once();
        System.out.println("ready");
        if (in.readLine() == null) {
            return;
        }
        run(round, times.warmUp());
        long begin = System.nanoTime();
        long count = run(round, times.counted());
        System.out.printf(Locale.ROOT, "done %d %.6f%n", count, (System.nanoTime() - begin) / 1e9);
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
