package dev.sweetspot.benchmarks.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes that do the same at the same time, turn after turn. Each says that it is ready, and at each line that it is given
 * does it for a while and says how often it did it: "ready", "go", "done 1234 5.0". Other programs are asked in the same words.
 */
final class Crew implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();
    private final List<BufferedReader> outputs = new ArrayList<>();

    /** Starts them, and waits until all are ready. */
    static Crew of(List<List<String>> commands) throws IOException {
        var crew = new Crew();
        try {
            for (var command : commands) {
                var process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .directory(new File("."))
                        .start();
                crew.processes.add(process);
                crew.outputs.add(process.inputReader(StandardCharsets.UTF_8));
            }
            for (var output : crew.outputs) {
                line(output, "ready");
            }
            return crew;
        } catch (IOException | RuntimeException e) {
            crew.close();
            throw e;
        }
    }

    /** Their turn: the others wait meanwhile. */
    Rates turn() throws IOException {
        for (var process : processes) {
            process.outputWriter(StandardCharsets.UTF_8).append("go\n").flush();
        }
        var rates = new ArrayList<Double>();
        for (var output : outputs) {
            var words = line(output, "done").split(" ", -1);
            rates.add(Double.parseDouble(words[1]) / Double.parseDouble(words[2]));
        }
        return new Rates(List.copyOf(rates));
    }

    private static String line(BufferedReader output, String word) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word)) {
                return line;
            }
        }
        throw new IOException("a process ended before it was " + word);
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
    }
}
