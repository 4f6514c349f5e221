package dev.sweetspot.command;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.store.FolderTree;
import dev.sweetspot.study.Surroundings;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a trial of a command has on the disk: its working folder with what it wrote, and in it the folder of its checkpoint,
 * which the program fills as it likes and finds again when the trial goes on, on whichever machine.
 *
 * @param path the folder of the trial
 * @param workingFolder in which the program runs: that folder, or the one of the study file
 * @param parameters the file with the values, where one is wanted
 * @param from the fidelity that the checkpoint is of; 0 for a fresh start
 */
record TrialFolder(Path path, Path workingFolder, Optional<Path> parameters, double from) {
    private static final String CHECKPOINT = "checkpoint";

    /** The end of what a program said is kept with its failure: so much of it. */
    private static final int LAST_LINES = 12;

    private static final int LAST_CHARACTERS = 1500;

    /** The folder, made, and the checkpoint of the trial in it, if there is one. */
    static TrialFolder ready(Path trials, Path study, TrialRun run, Surroundings surroundings) throws IOException {
        var path = trials.resolve(Integer.toString(run.number()));
        var folder = new TrialFolder(
                path,
                surroundings.place() == Surroundings.Place.TRIAL ? path : study,
                surroundings.parametersFile().map(path::resolve),
                run.from());
        Files.createDirectories(path);
        Leftover.end(folder.process());
        // What a run left that was not recorded is not what the study goes on from.
        FolderTree.delete(folder.checkpoint());
        Files.createDirectories(folder.checkpoint());
        if (run.checkpoint().isPresent()) {
            Packed.unpack(run.checkpoint().get(), folder.checkpoint());
        }
        return folder;
    }

    Path checkpoint() {
        return path.resolve(CHECKPOINT);
    }

    Path output() {
        return path.resolve("stdout.txt");
    }

    Path errors() {
        return path.resolve("stderr.txt");
    }

    /** Which process it is, for whoever comes after this one was killed. */
    Path process() {
        return path.resolve("process.json");
    }

    void write(Form.MapForm values) throws IOException {
        if (parameters.isPresent()) {
            Files.createDirectories(
                    Optional.ofNullable(parameters.get().getParent()).orElse(path));
            Files.writeString(parameters.get(), Json.writeIndented(values) + "\n");
        }
    }

    /** Writes what the program has left in the folder of its checkpoint; of a program that leaves none, nothing goes on. */
    TrialRun.CheckpointWriter writer() throws IOException {
        try (var files = Files.list(checkpoint())) {
            return files.findAny().isPresent()
                    ? file -> Packed.pack(checkpoint(), file)
                    : TrialRun.CheckpointWriter.NONE;
        }
    }

    /** The end of what it wrote to standard error, or where it wrote nothing there, to standard output. */
    String lastWords() {
        var said = end(errors());
        return said.isEmpty() ? end(output()) : said;
    }

    private static String end(Path file) {
        try {
            long size = Files.size(file);
            try (var channel = Files.newByteChannel(file)) {
                channel.position(Math.max(0, size - 4 * LAST_CHARACTERS));
                var bytes = ByteBuffer.allocate(4 * LAST_CHARACTERS);
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // Until the end of the file.
                }
                var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
                return cut(text.lines().filter(line -> !line.isBlank()).toList());
            }
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String cut(List<String> lines) {
        var last = String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return last.length() <= LAST_CHARACTERS ? last : last.substring(last.length() - LAST_CHARACTERS);
    }
}
