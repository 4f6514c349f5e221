package dev.sweetspot.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files that belong to trials: checkpoints, predictions, models; by study, trial and name, and checked by hash. What
 * {@link #put} has acknowledged is durable.
 */
public interface Artifacts {
    /**
     * Keeps a file; the file given may be moved.
     *
     * @return its name with the hash of its content in it: what a report carries
     */
    String put(String study, int trial, String name, Path file);

    /** The file as one of this machine, if it is there and its content has the hash. */
    Optional<Path> get(String study, int trial, String artifact);

    /** Removes it, if it is there. */
    void delete(String study, int trial, String artifact);

    /** What is kept of a study. */
    List<Artifact> list(String study);

    /** Removes everything of a study. */
    void deleteAll(String study);

    /** One kept file. */
    record Artifact(int trial, String artifact, long bytes) {}
}
