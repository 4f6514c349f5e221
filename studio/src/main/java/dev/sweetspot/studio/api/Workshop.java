package dev.sweetspot.studio.api;

import dev.sweetspot.server.Refusal;
import dev.sweetspot.studio.table.TableProject;
import dev.sweetspot.studio.work.HomeMaker;
import dev.sweetspot.studio.work.Launcher;
import dev.sweetspot.studio.work.WorkState;
import dev.sweetspot.studio.work.WorkStudies;
import dev.sweetspot.studio.work.Works;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * What is trained and searched in one project.
     *
     * @param images of the project; empty where it is on a table
     * @param folder of the project
     */
    record Bench(
            Optional<OpenProject> images,
            Path folder,
            Works works,
            WorkStudies studies,
            HomeMaker homes,
            SaidTables said) {
        /**
         * The project.
         *
         * @throws Refusal when it is on a table
         */
        OpenProject project() {
            return images.orElseThrow(
                    () -> Refusal.conflict("project", title(), "is on a table, and has no images", "its own page?"));
        }

        /** What people call it. */
        String title() {
            return images.map(one -> one.project().view().name())
                    .orElseGet(() -> TableProject.read(folder).name());
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
        boolean table = shelf.isTable(address);
        var images = table ? Optional.<OpenProject>empty() : Optional.of(shelf.get(address));
        var folder = images.map(one -> one.project().folder())
                .orElseGet(() -> shelf.place(address))
                .toAbsolutePath()
                .normalize();
        var bench = new Bench(
                images,
                folder,
                new Works(folder, table ? words -> launcher.command(aimed(folder, words)) : launcher, clock),
                new WorkStudies(folder, clock),
                new HomeMaker(launcher),
                new SaidTables());
        benches.put(address, bench);
        return bench;
    }

    /** What begins on a table is told which column it is about; what goes on knows. */
    private static List<String> aimed(Path project, List<String> words) {
        var all = new ArrayList<>(words);
        if (List.of("train", "tune").contains(words.get(0))) {
            TableProject.read(project).target().ifPresent(target -> all.add("--target=" + target));
        }
        return all;
    }

    /** Whether there is a project of that address. */
    boolean has(String address) {
        return shelf.folders().containsKey(address);
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
