package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs that are done once, and kept in a folder where there is one.
 *
 * @param folder one file for each run; made when it is not there
 */
record RunFolder(Optional<Path> folder) {
    /** @param kind what is measured */
    Run run(Challenge challenge, Challenge.Kind kind, Searcher searcher, long seed, int budget) {
        var manner =
                switch (kind) {
                    case SAVING -> "__saving";
                    case CLOCK -> "__clock";
                    default -> "";
                };
        var file = folder.map(path -> path.resolve(
                (challenge.name() + "__" + searcher.label() + manner + "__s" + seed).replaceAll("[^\\w.+-]", "_")
                        + ".json"));
        var kept = file.filter(Files::isRegularFile).map(RunFolder::read).filter(run -> run.budget() >= budget);
        if (kept.isPresent()) {
            return kept.get();
        }
        var run =
                switch (kind) {
                    case SAVING -> Searching.saving(challenge, searcher, seed, budget);
                    case CLOCK -> Timed.run(challenge, searcher, seed, budget);
                    default -> Searching.run(challenge, searcher, seed, budget);
                };
        file.ifPresent(path -> write(path, run));
        return run;
    }

    private static Run read(Path file) {
        try {
            return RunForms.fromForm(Json.parse(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static void write(Path file, Run run) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Json.write(RunForms.toForm(run)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
