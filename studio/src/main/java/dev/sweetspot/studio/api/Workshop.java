package dev.sweetspot.studio.api;

import dev.sweetspot.server.Refusal;
import dev.sweetspot.studio.work.HomeMaker;
import dev.sweetspot.studio.work.Launcher;
import dev.sweetspot.studio.work.WorkState;
import dev.sweetspot.studio.work.WorkStudies;
import dev.sweetspot.studio.work.Works;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
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
    record Bench(OpenProject project, Works works, WorkStudies studies, HomeMaker homes, SaidTables said) {
        /** Its folder. */
        Path folder() {
            return project.project().folder();
        }

        void close() {
            homes.close();
            studies.close();
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
        var bench = new Bench(
                project,
                new Works(folder, launcher, clock),
                new WorkStudies(folder, clock),
                new HomeMaker(launcher),
                new SaidTables());
        benches.put(address, bench);
        return bench;
    }

    /** Whether there is a project of that address. */
    boolean has(String address) {
        return shelf.addresses().contains(address);
    }

    /**
     * Moves a project into the bin.
     *
     * @return where it lies now
     * @throws Refusal when a training or a search of it is running
     */
    synchronized Path discard(String address) {
        var folder = shelf.folders().get(address);
        if (folder != null) {
            var known = benches.get(address);
            // One that is damaged cannot be opened, and can be deleted all the same.
            var works = known != null ? known.works() : new Works(folder, launcher, clock);
            works.all().stream()
                    .filter(work -> work.state() instanceof WorkState.Running)
                    .findFirst()
                    .ifPresent(work -> {
                        throw Refusal.conflict("work", work.number(), "is still running", "pause it first?");
                    });
        }
        Optional.ofNullable(benches.remove(address)).ifPresent(Bench::close);
        return shelf.discard(address);
    }

    /** What runs goes on: it is not ended with the server. */
    @Override
    public synchronized void close() {
        benches.values().forEach(Bench::close);
        benches.clear();
    }
}
