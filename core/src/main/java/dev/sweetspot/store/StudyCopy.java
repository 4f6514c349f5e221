package dev.sweetspot.store;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes a study to another store, with its artifacts. What is there already, from an earlier copy, is not taken again: the
 * copy is gone on with, as long as nobody has worked on it. A study may run while it is copied; the copy is its log up to some
 * event, and nothing of it is half.
 */
public final class StudyCopy {
    private static final int BATCH = 500;

    /** A study that runs goes on while its artifacts are copied: so often what came meanwhile is fetched. */
    private static final int ROUNDS = 5;

    private final Place from;
    private final Place to;
    private final Path scratch;

    /** Where studies are, and their artifacts. */
    public record Place(Store store, Artifacts artifacts) {
        private Place only(String study) {
            return new Place(store.only(study), artifacts);
        }
    }

    /**
     * What was done.
     *
     * @param before how many events the copy had
     * @param events how many it has
     * @param artifacts how many files it was given
     * @param bytes their length
     */
    public record Done(int before, int events, int artifacts, long bytes) {}

    /** @param scratch a folder of this machine for files on their way */
    public StudyCopy(Place from, Place to, Path scratch) {
        this.from = from;
        this.to = to;
        this.scratch = scratch;
    }

    /**
     * Copies a study, and looks whether all is there.
     *
     * @param name what it is called there
     * @throws InvalidInputException when there is no such study, or another one has that name there
     * @throws StoreException when a store refuses, or what was written does not come back as it was
     */
    public Done copy(String study, String name) {
        var record = from.store()
                .find(study)
                .orElseThrow(() -> new InvalidInputException(
                        "study", study, "is not in this store", "the command studies lists them"));
        var known = to.store().find(name);
        if (known.isEmpty()) {
            to.store().create(new StudyRecord(name, record.createdAt(), record.description()));
        } else if (!known.get().description().equals(record.description())
                || !known.get().createdAt().equals(record.createdAt())) {
            throw taken(name, "is there already, and is another study");
        }
        // Neither of the two may become another study of that name on the way.
        return new StudyCopy(from.only(study), to.only(name), scratch).copied(study, name);
    }

    private Done copied(String study, String name) {
        var source = new ArrayList<Event>();
        long position = read(study, 0, source);
        int before = compared(name, source);
        var seen = new Seen();
        source.subList(0, before).forEach(seen::change);
        int there = before;
        int artifacts = 0;
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long read = round == 0 ? position : read(study, position, source);
            if (round > 0 && read == position) {
                break;
            }
            position = read;
            add(name, source.subList(there, source.size()), seen);
            there = source.size();
            for (var artifact : missing(study, name)) {
                if (send(study, name, artifact)) {
                    artifacts++;
                    bytes += artifact.bytes();
                }
            }
        }
        int back = compared(name, source);
        // What was compared may have come from packs: the events that they were made of have to lie there as well.
        long kept = to.store().length(name);
        if (back < source.size() || kept != source.size()) {
            throw new StoreException(
                    "study = " + name + ": did not come back as it was written: of " + source.size() + " events " + back
                            + " are read there, and " + kept
                            + " lie there. Maybe its disk has a fault; another --name?",
                    new IllegalStateException("copies differ"));
        }
        return new Done(before, source.size(), artifacts, bytes);
    }

    /** @return the position of the last event */
    private long read(String study, long after, List<Event> events) {
        var last = new AtomicLong(after);
        from.store().each(study, after, logged -> {
            events.add(logged.event());
            last.set(logged.position());
        });
        return last.get();
    }

    /**
     * Looks through the copy.
     *
     * @return how many events of the source it has
     * @throws InvalidInputException when it has others
     */
    private int compared(String name, List<Event> source) {
        var count = new AtomicInteger();
        to.store().each(name, 0, logged -> {
            int index = count.getAndIncrement();
            if (index < source.size() && !logged.event().equals(source.get(index))) {
                throw taken(name, "is there already, and went another way at event " + (index + 1));
            }
        });
        if (count.get() > source.size()) {
            throw taken(name, "has been worked on there, where it has " + count + " events and here " + source.size());
        }
        return count.get();
    }

    private static InvalidInputException taken(String name, String rule) {
        return new InvalidInputException("study", name, rule, "another --name?");
    }

    /** Adds what the copy does not have yet. */
    private void add(String name, List<Event> events, Seen seen) {
        for (int begin = 0; begin < events.size(); begin += BATCH) {
            var batch = events.subList(begin, Math.min(events.size(), begin + BATCH)).stream()
                    .map(seen::change)
                    .toList();
            if (to.store().append(name, batch) instanceof Store.Appended.Conflict) {
                throw taken(name, "is worked on there while it is copied");
            }
        }
    }

    /** What whoever appends the events one after the other has seen before each. */
    private static final class Seen {
        private final Map<Integer, Long> versions = new HashMap<>();
        private long decisions;

        Store.Change change(Event event) {
            if (!(event instanceof Event.OfTrial ofTrial)) {
                return new Store.Change(event, decisions++);
            }
            long version = versions.merge(ofTrial.trial(), 1L, Long::sum) - 1;
            return new Store.Change(event, event instanceof Event.Started ? decisions : version);
        }
    }

    private record Key(int trial, String artifact) {}

    private static Set<Key> keys(List<Artifacts.Artifact> artifacts) {
        var keys = new HashSet<Key>();
        artifacts.forEach(artifact -> keys.add(new Key(artifact.trial(), artifact.artifact())));
        return keys;
    }

    /** What the copy lacks; what it has and the study has no more is dropped there. */
    private List<Artifacts.Artifact> missing(String study, String name) {
        var source = from.artifacts().list(study);
        var wanted = keys(source);
        var copies = to.artifacts().list(name);
        copies.stream()
                .filter(copy -> !wanted.contains(new Key(copy.trial(), copy.artifact())))
                .forEach(copy -> to.artifacts().delete(name, copy.trial(), copy.artifact()));
        var there = keys(copies);
        return source.stream()
                .filter(artifact -> !there.contains(new Key(artifact.trial(), artifact.artifact())))
                .toList();
    }

    /** False when it is gone meanwhile, or was damaged before. */
    private boolean send(String study, String name, Artifacts.Artifact artifact) {
        var file = from.artifacts().get(study, artifact.trial(), artifact.artifact());
        if (file.isEmpty()) {
            return false;
        }
        try {
            Files.createDirectories(scratch);
            var copy = Files.createTempFile(scratch, "trial-" + artifact.trial() + "-", ".tmp");
            try {
                Files.copy(file.get(), copy, StandardCopyOption.REPLACE_EXISTING);
                to.artifacts().put(name, artifact.trial(), ArtifactName.given(artifact.artifact()), copy);
            } finally {
                Files.deleteIfExists(copy);
            }
            return true;
        } catch (NoSuchFileException meanwhile) {
            return false;
        } catch (IOException e) {
            throw new StoreException(
                    scratch + ": could not copy " + artifact.artifact() + " of trial " + artifact.trial() + " ("
                            + e.getMessage() + "). Maybe the disk is full?",
                    e);
        }
    }
}
