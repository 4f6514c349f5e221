package dev.sweetspot.studio.api;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.studio.project.Project;
import dev.sweetspot.studio.project.ProjectFile;
import dev.sweetspot.studio.table.TableProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The projects in one folder, each in a folder of its own whose name is its address. Names in addresses are of a few letters
 * only, so that none of them can be a path.
 */
public final class Shelf implements AutoCloseable {
    static final String ADDRESS = "[a-z0-9][a-z0-9-]{0,79}";
    private static final int LONGEST_STEM = 40;

    private final Path folder;
    private final InstantSource clock;
    private final int threads;
    private final TreeMap<String, OpenProject> open = new TreeMap<>();
    private final Bin bin;

    /** Of projects that were deleted: who still looks at one of them must not see another. */
    private final Set<String> retired = new HashSet<>();

    /**
     * @param folder made when the first project is
     * @param threads how many decode images, at least 1
     */
    public Shelf(Path folder, InstantSource clock, int threads) {
        this.folder = folder;
        this.clock = clock;
        this.threads = threads;
        this.bin = Bin.in(folder);
    }

    private void make() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException("projects = " + folder + ": cannot be made. Maybe another folder?", e);
        }
    }

    /** The addresses of all projects, ascending. */
    public List<String> addresses() {
        return those(Project::isProject);
    }

    private List<String> those(Predicate<Path> kind) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.filter(kind)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(ADDRESS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The addresses of all projects on tables, ascending. */
    public List<String> tables() {
        return those(TableProject::isOne);
    }

    /** Whether a project on a table has that address. */
    boolean isTable(String address) {
        return address.matches(ADDRESS) && TableProject.isOne(folder.resolve(address));
    }

    /** Where the project of an address lies, which is one. */
    Path place(String address) {
        return folder.resolve(address);
    }

    /** An address that nobody has, and its empty folder. */
    synchronized String reserve(String name) {
        make();
        var address = free(name);
        try {
            Files.createDirectory(folder.resolve(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return address;
    }

    /** Where each project lies, by its address. */
    public Map<String, Path> folders() {
        var folders = new TreeMap<String, Path>();
        Stream.concat(addresses().stream(), tables().stream())
                .forEach(address -> folders.put(address, folder.resolve(address).toAbsolutePath()));
        return folders;
    }

    /**
     * A project, opened if it is not.
     *
     * @throws Refusal when there is none of that address
     */
    public synchronized OpenProject get(String address) {
        var known = open.get(address);
        if (known != null) {
            return known;
        }
        if (!address.matches(ADDRESS) || !Project.isProject(folder.resolve(address))) {
            throw Refusal.unknown("project", address, addresses());
        }
        return opened(address, Project.open(folder.resolve(address), clock));
    }

    private OpenProject opened(String address, Project project) {
        var one = new OpenProject(address, project, threads);
        open.put(address, one);
        return one;
    }

    /** A new project without images. */
    public synchronized OpenProject create(String name) {
        make();
        var address = free(name);
        return opened(address, Project.create(folder.resolve(address), name, clock));
    }

    /** A project from one file. */
    public synchronized OpenProject unpack(Path file, String name) {
        var address = free(name);
        ProjectFile.unpack(file, folder.resolve(address));
        return get(address);
    }

    /** A place for what is taken in and not yet looked at. */
    Path incoming() throws IOException {
        make();
        return Files.createTempFile(folder, ".incoming", ProjectFile.ENDING);
    }

    private String free(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var stem = plain.isEmpty() ? "project" : plain.substring(0, Math.min(LONGEST_STEM, plain.length()));
        var address = stem;
        for (int i = 2; isTaken(address); i++) {
            address = stem + "-" + i;
        }
        return address;
    }

    private boolean isTaken(String address) {
        return Files.exists(folder.resolve(address)) || bin.has(address) || retired.contains(address);
    }

    /** Projects that were deleted. */
    Bin bin() {
        return bin;
    }

    /**
     * Moves a project into the bin, whole; what comes into it just now is stopped.
     *
     * @return where it lies now
     * @throws Refusal when there is none of that address
     * @throws InvalidInputException when another process has it open
     */
    synchronized Path discard(String address) {
        if (!folders().containsKey(address)) {
            throw Refusal.unknown("project", address, folders().keySet());
        }
        Optional.ofNullable(open.remove(address)).ifPresent(OpenProject::close);
        Project.requireClosed(folder.resolve(address));
        retired.add(address);
        return bin.put(folder.resolve(address), address);
    }

    /**
     * Brings a project back from the bin.
     *
     * @return its address: the same one, as none else is called so
     * @throws Refusal when it is not in the bin
     */
    synchronized String restore(String address) {
        bin.take(address, folder.resolve(address));
        retired.remove(address);
        return address;
    }

    @Override
    public synchronized void close() {
        open.values().forEach(OpenProject::close);
        open.clear();
    }
}
