package dev.sweetspot.studio.work;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** All trainings and searches of one project. For any number of threads. */
public final class Works {
    private static final String FOLDER = "work";
    private static final String STORE = "studies.db";

    private final Path folder;
    private final String store;
    private final Launcher launcher;
    private final InstantSource clock;
    private final TreeMap<Integer, Work> works = new TreeMap<>(Comparator.reverseOrder());

    /**
     * Those that were begun before, by whichever process.
     *
     * @param project the folder of the project
     */
    public Works(Path project, Launcher launcher, InstantSource clock) {
        this.folder = project.resolve(FOLDER);
        this.store = store(project);
        this.launcher = launcher;
        this.clock = clock;
        for (var path : folders(folder)) {
            number(path).ifPresent(number -> Work.of(number, new WorkPlace(path, store), launcher)
                    .ifPresent(work -> works.put(number, work)));
        }
    }

    /** The address of the store with the studies of a project. */
    public static String store(Path project) {
        return project.resolve(STORE).toString();
    }

    /** How many trainings, searches and predictions a project has. */
    public static int count(Path project) {
        return (int) folders(project.resolve(FOLDER)).stream()
                .filter(path -> number(path).isPresent())
                .count();
    }

    private static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.list(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> number(Path path) {
        var name = path.getFileName().toString();
        return name.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(name)) : Optional.empty();
    }

    /** All of them, the newest first. */
    public synchronized List<Work> all() {
        return List.copyOf(works.values());
    }

    /**
     * One of them.
     *
     * @throws InvalidInputException when there is none of that number
     */
    public synchronized Work work(int number) {
        return Optional.ofNullable(works.get(number))
                .orElseThrow(() -> new InvalidInputException("work", number, "is not there", "it was removed?"));
    }

    /**
     * Begins one; its process runs when this returns.
     *
     * @param data writes what it is done with into the folder of all works, where it is not there yet
     */
    public synchronized Work begin(Wish wish, Data data) {
        int number = works.isEmpty() ? 1 : works.firstKey() + 1;
        try {
            Files.createDirectories(folder);
            while (Files.exists(folder.resolve(name(number)))) {
                // A folder that says nothing any more is left alone.
                number++;
            }
            var place = new WorkPlace(Files.createDirectory(folder.resolve(name(number))), store);
            var of = data.in(folder).toString();
            var work = Work.begin(number, place, launcher, wish, of, clock.instant());
            works.put(number, work);
            return work;
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of a new work could not be made", e);
        }
    }

    /** What a work is done with. */
    @FunctionalInterface
    public interface Data {
        /** The file or folder; written below this folder where it has to be written. */
        Path in(Path folder) throws IOException;

        /** A file or folder that is there. */
        static Data at(Path path) {
            return folder -> path;
        }
    }

    /**
     * Searches on with one that is done.
     *
     * @param minutes how long, above 0
     * @throws InvalidInputException when it is no search, or is not done
     */
    public Work searchOn(int number, double minutes) {
        var work = work(number);
        work.searchOn(minutes);
        return work;
    }

    /**
     * Keeps a file for a work that is to come, whatever becomes of the file.
     *
     * @param name a name of letters, digits, dots and dashes
     */
    public Path keep(Path file, String name) {
        try {
            return Files.copy(file, Files.createDirectories(folder).resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the state of the training could not be kept", e);
        }
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }

    /**
     * Goes on with one that is paused.
     *
     * @throws InvalidInputException when it is not
     */
    public Work resume(int number) {
        var work = work(number);
        work.resume();
        return work;
    }
}
