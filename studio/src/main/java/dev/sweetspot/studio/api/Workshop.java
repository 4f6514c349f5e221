package dev.sweetspot.studio.api;

import dev.sweetspot.studio.work.Launcher;
import dev.sweetspot.studio.work.WorkStudies;
import dev.sweetspot.studio.work.Works;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.TreeMap;

/** What is trained and searched in each project. */
public final class Workshop implements AutoCloseable {
    private final Shelf shelf;
    private final Launcher launcher;
    private final InstantSource clock;
    private final TreeMap<String, Bench> benches = new TreeMap<>();

    /**
     * @param shelf the projects; closed by somebody else
     * @param launcher begins this program again
     */
    public Workshop(Shelf shelf, Launcher launcher, InstantSource clock) {
        this.shelf = shelf;
        this.launcher = launcher;
        this.clock = clock;
    }

    /** What is trained and searched in one project. */
    record Bench(OpenProject project, Works works, WorkStudies studies) {
        /** Its folder. */
        Path folder() {
            return project.project().folder();
        }
    }

    /** That of a project. */
    synchronized Bench bench(String address) {
        var known = benches.get(address);
        if (known != null) {
            return known;
        }
        var project = shelf.get(address);
        var folder = project.project().folder().toAbsolutePath().normalize();
        var bench = new Bench(project, new Works(folder, launcher, clock), new WorkStudies(folder, clock));
        benches.put(address, bench);
        return bench;
    }

    /** Whether there is a project of that address. */
    boolean has(String address) {
        return shelf.addresses().contains(address);
    }

    /** What runs goes on: it is not ended with the server. */
    @Override
    public synchronized void close() {
        benches.values().forEach(bench -> bench.studies().close());
        benches.clear();
    }
}
