package dev.sweetspot.studio.importing;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.format.FoundImages;
import dev.sweetspot.data.format.PlacedImage;
import dev.sweetspot.data.image.ImageDecoder;
import dev.sweetspot.data.image.RawImage;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.studio.project.LabelSource;
import dev.sweetspot.studio.project.NewImage;
import dev.sweetspot.studio.project.Originals;
import dev.sweetspot.studio.project.Project;
import dev.sweetspot.studio.project.ProjectEdit;
import dev.sweetspot.studio.project.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Takes the images of folders, archives and files into a project. Folders are classes and parts as they are for whoever
 * learns from a folder; images beside them are unknown. An image whose file is in the project already is not taken in twice.
 * It is one step, undone as one; while it runs, what is in is in, even if the machine dies.
 *
 * @param limits how much is taken in
 * @param threads how many decode, at least 1
 * @param seen sees each image that is taken in, decoded, on any thread: who wants a thumbnail of it has it here
 */
public record ImageImport(ImportLimits limits, int threads, Seen seen) {
    /** So many images are in together. */
    private static final int BATCH = 256;
    /** Waiting for the disk takes longest; a disk that is asked to sync many files at once does it at once. */
    private static final int KEEPERS = 16;

    /** Sees the images that are taken in. */
    @FunctionalInterface
    public interface Seen {
        /** Nobody looks. */
        Seen NOBODY = (hash, image) -> {};

        /** An image and the hash of its file. */
        void image(String hash, RawImage image);
    }

    /** Whether the files are copied. */
    public enum Keep {
        /** They are copied into the project. */
        COPIES,
        /** They are read where they lie: only for folders. */
        REFERENCES
    }

    /**
     * What images come from.
     *
     * @param name what that is called
     * @param folder where they stay, when they are not copied
     */
    public record From(String name, Optional<String> folder) {}

    /**
     * Takes in what lies there.
     *
     * @param stop asked between images; what is in by then stays in
     * @throws InvalidInputException when nothing is there, an archive cannot be trusted, or there is too much of it
     */
    public ImportReport take(Project project, Path source, Keep keep, Progress progress, BooleanSupplier stop) {
        var folder = keep == Keep.REFERENCES
                ? Optional.of(source.toAbsolutePath().normalize().toString())
                : Optional.<String>empty();
        var name = Shown.name(String.valueOf(source.getFileName()));
        return take(project, FoundImages.in(source, limits.mostEntries()), new From(name, folder), progress, stop);
    }

    /**
     * Takes in what was found.
     *
     * @param stop asked between images; what is in by then stays in
     * @throws InvalidInputException when there is too much of it
     */
    public ImportReport take(Project project, FoundImages found, From from, Progress progress, BooleanSupplier stop) {
        if (found.images().size() > limits.mostImages()) {
            throw new InvalidInputException(
                    "images",
                    String.format(Locale.ROOT, "%,d", found.images().size()),
                    String.format(Locale.ROOT, "at most %,d are taken in at once", limits.mostImages()),
                    "a folder of it after the other?");
        }
        var run = new Run(project, new LabelSource.Imported(from.name()), from.folder());
        try (var decoding = new Decoding(limits.longest())) {
            var workers = Executors.newFixedThreadPool(threads, work -> daemon(work, "sweetspot-import-batch"));
            var keepers = Executors.newFixedThreadPool(KEEPERS, work -> daemon(work, "sweetspot-import-keep"));
            try {
                run.all(found.images(), workers, keepers, decoding, progress, stop);
            } finally {
                workers.shutdownNow();
                keepers.shutdownNow();
            }
        }
        return run.report(found);
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What became of a file. */
    private sealed interface Taken {
        record New(NewImage image) implements Taken {}

        record Known(int number) implements Taken {}

        record Bad(Skipped file) implements Taken {}
    }

    private final class Run {
        private final Project project;
        private final LabelSource source;
        private final Optional<String> folder;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private OptionalLong step = OptionalLong.empty();
        private int added;
        private int returned;
        private int known;

        Run(Project project, LabelSource source, Optional<String> folder) {
            this.project = project;
            this.source = source;
            this.folder = folder;
            project.view().all().forEach(image -> numbers.putIfAbsent(image.hash(), image.number()));
        }

        void all(
                List<PlacedImage> images,
                ExecutorService workers,
                ExecutorService keepers,
                Decoding decoding,
                Progress progress,
                BooleanSupplier stop) {
            for (int from = 0; from < images.size() && !stop.getAsBoolean(); from += BATCH) {
                var batch = images.subList(from, Math.min(images.size(), from + BATCH));
                var running = new ArrayList<Future<Taken>>();
                var keeping = new ConcurrentLinkedQueue<Future<?>>();
                Consumer<byte[]> keep = bytes ->
                        keeping.add(keepers.submit(() -> project.originals().keep(bytes)));
                for (var image : batch) {
                    running.add(workers.submit(() -> one(image, decoding, keep)));
                }
                var taken = new ArrayList<Taken>();
                for (var future : running) {
                    taken.add(result(future));
                    progress.at(from + taken.size(), images.size());
                }
                // What the journal names is on the disk before it does.
                keeping.forEach(ImageImport::result);
                write(batch, taken);
            }
        }

        private Taken one(PlacedImage placed, Decoding decoding, Consumer<byte[]> keep) {
            var path = placed.item().path();
            try {
                var bytes = placed.item().bytes().read();
                if (bytes.length > limits.mostBytes()) {
                    return new Taken.Bad(new Skipped(path, "is larger than " + (limits.mostBytes() >> 20) + " MiB"));
                }
                var hash = Originals.hash(bytes);
                var number = numbers.get(hash);
                if (number != null) {
                    return new Taken.Known(number);
                }
                var image = decoding.within(() -> ImageDecoder.decode(bytes));
                var facts = Facts.of(image);
                if (folder.isEmpty()) {
                    keep.accept(bytes);
                }
                seen.image(hash, image);
                return new Taken.New(new NewImage(
                        path,
                        hash,
                        bytes.length,
                        facts,
                        folder.map(where -> new Reference(where, path)),
                        Optional.of(placed.className()).filter(name -> !name.isEmpty()),
                        placed.part()));
            } catch (IOException | OutOfMemoryError e) {
                return new Taken.Bad(new Skipped(path, reason(e)));
            }
        }

        private static String reason(Throwable e) {
            return e instanceof OutOfMemoryError
                    ? "needs more memory than there is"
                    : Objects.requireNonNullElse(e.getMessage(), "cannot be read");
        }

        /** One batch; of equal files in it the first counts. */
        private void write(List<PlacedImage> batch, List<Taken> taken) {
            var fresh = new ArrayList<NewImage>();
            var bad = new ArrayList<Skipped>();
            var back = new ArrayList<Integer>();
            var view = project.view();
            var met = new HashMap<String, String>();
            for (int i = 0; i < taken.size(); i++) {
                if (taken.get(i) instanceof Taken.Bad one) {
                    bad.add(one.file());
                } else if (taken.get(i) instanceof Taken.Known one) {
                    boolean gone = one.number() < view.all().size() && view.removed(one.number());
                    if (gone) {
                        back.add(one.number());
                    } else {
                        known++;
                    }
                } else if (taken.get(i) instanceof Taken.New one) {
                    var first = met.putIfAbsent(one.image().hash(), one.image().name());
                    if (first == null) {
                        fresh.add(one.image());
                    } else {
                        bad.add(new Skipped(batch.get(i).item().path(), "is the same file as " + Shown.name(first)));
                    }
                }
            }
            int before = view.all().size();
            step = OptionalLong.of(edit().add(fresh, bad, source));
            step = OptionalLong.of(edit().bringBack(back));
            var all = project.view().all();
            all.subList(before, all.size()).forEach(image -> numbers.putIfAbsent(image.hash(), image.number()));
            added += fresh.size();
            returned += back.size();
            skipped.addAll(bad);
        }

        private ProjectEdit edit() {
            return step.isPresent() ? project.edit(step.getAsLong()) : project.edit();
        }

        ImportReport report(FoundImages found) {
            var notes = new ArrayList<String>();
            var others = found.others();
            var outside = found.outside();
            if (!outside.isEmpty()) {
                notes.add((outside.size() == 1 ? "1 link leads" : outside.size() + " links lead")
                        + " out of the folders that may be used, and nothing behind "
                        + (outside.size() == 1 ? "it" : "them") + " was taken in: " + Shown.names(outside) + ".");
            }
            if (!others.isEmpty()) {
                notes.add((others.size() == 1
                                ? "1 file is no image and was"
                                : others.size() + " files are no images and were")
                        + " left aside: " + Shown.names(others) + ".");
            }
            if (known > 0) {
                notes.add((known == 1 ? "1 image was" : known + " images were") + " in the project already.");
            }
            return new ImportReport(added, returned, known, skipped, notes);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was stopped", e);
        }
    }
}
