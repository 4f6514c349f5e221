package dev.sweetspot.study;

import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The artifacts of one study within a quota. Where a file would go beyond it, what nothing needs goes first; where that is not
 * enough, the file is refused with {@link Full}: a trial goes on without the checkpoint, and from its last one if it must.
 */
public final class LimitedArtifacts implements Artifacts {
    private final Artifacts all;
    private final Study study;
    private final long quota;
    private boolean full;

    /** There is no room for a file. */
    public static final class Full extends StoreException {
        private static final long serialVersionUID = 1L;

        private final boolean first;

        Full(String message, boolean first) {
            super(message, new IllegalStateException("quota"));
            this.first = first;
        }

        /** Whether nothing was refused before: one word to people is enough, and checkpoints are many. */
        boolean isFirst() {
            return first;
        }
    }

    /**
     * Within the quota, as far as nobody else is quicker: two workers who keep a file at the same moment may go beyond it by
     * one.
     *
     * @param quota in bytes, for all files of the study together
     */
    public LimitedArtifacts(Artifacts all, Study study, long quota) {
        this.all = all;
        this.study = study;
        this.quota = quota;
    }

    @Override
    public synchronized String put(String name, int trial, String artifact, Path file) {
        if (name.equals(study.spec().name())) {
            makeRoom(trial, artifact, size(file));
        }
        return all.put(name, trial, artifact, file);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeRoom(int trial, String artifact, long bytes) {
        var name = study.spec().name();
        var kept = all.list(name);
        long after = bytes + kept.stream().mapToLong(Artifact::bytes).sum();
        if (after <= quota) {
            return;
        }
        for (var file : Retention.NEEDED.dispensable(study.spec().problem(), study.refresh(), kept)) {
            all.delete(name, file.trial(), file.artifact());
            after -= file.bytes();
        }
        if (after > quota) {
            boolean first = !full;
            full = true;
            var message = String.format(
                    Locale.ROOT,
                    "study = %s: there is no room for the %s of trial %d: %.1f MB in all would be above the quota of %.1f MB."
                            + " Maybe a larger --quota?",
                    name,
                    artifact,
                    trial,
                    after / 1e6,
                    quota / 1e6);
            throw new Full(message, first);
        }
    }

    @Override
    public Optional<Path> get(String name, int trial, String artifact) {
        return all.get(name, trial, artifact);
    }

    @Override
    public void delete(String name, int trial, String artifact) {
        all.delete(name, trial, artifact);
    }

    @Override
    public List<Artifact> list(String name) {
        return all.list(name);
    }

    @Override
    public void deleteAll(String name) {
        all.deleteAll(name);
    }
}
