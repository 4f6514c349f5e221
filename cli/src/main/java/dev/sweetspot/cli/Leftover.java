package dev.sweetspot.cli;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.store.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * What a command was writing when it was killed.
 *
 * @param what in words
 */
record Leftover(Path path, String what) {
    /** Who still writes touches what he writes more often. */
    private static final Duration QUIET = Duration.ofMinutes(10);

    /** Of the result of a study, where its errand says where that goes. */
    static List<Leftover> ofResult(MapForm errand, InstantSource clock) {
        return Fields.of(errand)
                .findText("out")
                .map(out -> in(Path.of(out), TuneFolder.WRITING, clock, "a result that was not written to its end"))
                .orElse(List.of());
    }

    /** Of checkpoints on their way. */
    static List<Leftover> ofCheckpoints(Path scratch, InstantSource clock) {
        return in(scratch, "trial-", clock, "a checkpoint that was not written to its end");
    }

    private static List<Leftover> in(Path folder, String prefix, InstantSource clock, String what) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> String.valueOf(path.getFileName()).startsWith(prefix))
                    .filter(path -> isQuiet(path, clock))
                    .sorted()
                    .map(path -> new Leftover(path, what))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static boolean isQuiet(Path path, InstantSource clock) {
        var before = clock.instant().minus(QUIET);
        try (var inside = Files.walk(path)) {
            for (var each : (Iterable<Path>) inside::iterator) {
                if (Files.getLastModifiedTime(each).toInstant().isAfter(before)) {
                    return false;
                }
            }
            return true;
        } catch (IOException | UncheckedIOException stillMoves) {
            return false;
        }
    }

    String inWords() {
        return String.format(Locale.ROOT, "%s, %s (%.1f MB)", path, what, DiskUse.of(path) / 1e6);
    }

    Form toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("path", Form.of(path.toString()));
        entries.put("bytes", Form.of(DiskUse.of(path)));
        return Form.of(entries);
    }

    void delete() {
        try {
            FolderTree.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be removed (" + e.getMessage() + ").", e);
        }
    }
}
