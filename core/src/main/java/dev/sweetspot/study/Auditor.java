package dev.sweetspot.study;

import dev.sweetspot.form.Json;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Audit.Check;
import dev.sweetspot.study.Audit.Finding;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Looks for what is wrong with a study. While it runs, what was read first may have changed by the time that the rest is
 * read: whatever looks wrong is looked at again in what has happened since.
 */
final class Auditor {
    /** So many findings of one kind are told one by one: a torn log would fill pages. */
    private static final int TOLD = 10;
    /** Stands for what is decided about the study, in the place of a trial's number. */
    private static final int DECISIONS = -1;

    private final Store store;
    private final Artifacts artifacts;
    private final String study;
    private final Map<Check, List<String>> wrong = new EnumMap<>(Check.class);
    private final Map<Integer, Long> counts = new HashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Walk walk;
    private boolean comparesTexts;
    private long position;
    private int events;

    Auditor(Store store, Artifacts artifacts, String study) {
        this.store = store;
        this.artifacts = artifacts;
        this.study = study;
        this.walk = new Walk(this::found);
    }

    Audit audit(List<Event> acknowledged) {
        var record = StudySpec.record(store, study);
        try {
            walk.settled(StudySpec.fromForm(study, record.description()));
        } catch (IllegalArgumentException e) {
            found(Check.DESCRIPTION, "the study's description cannot be read: " + e.getMessage());
        }
        comparesTexts = !acknowledged.isEmpty();
        readOn();
        kept();
        versions();
        workers();
        checkpoints();
        acknowledged.forEach(this::acknowledged);
        return new Audit(study, events, walk.history().size(), acknowledged.size(), findings());
    }

    private void found(Check check, String sentence) {
        wrong.computeIfAbsent(check, first -> new ArrayList<>()).add(sentence);
    }

    private List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        wrong.forEach((check, sentences) -> {
            sentences.stream().limit(TOLD).forEach(sentence -> findings.add(new Finding(check, sentence)));
            if (sentences.size() > TOLD) {
                findings.add(new Finding(check, "and " + (sentences.size() - TOLD) + " more of this kind"));
            }
        });
        return findings;
    }

    /** What has happened since it was last read. */
    private void readOn() {
        store.each(study, position, this::take);
    }

    /** A store may keep copies that make reading quick: what was read is counted where it counts. */
    private void kept() {
        int read = events;
        long there = store.length(study);
        readOn();
        if (there < read || there > events) {
            found(
                    Check.VERSIONS,
                    (there < read ? read : events) + " events are read, and " + there
                            + " lie in the log: some of it is gone, or was added by something else");
        }
    }

    private void take(Store.Logged logged) {
        if (logged.position() <= position) {
            found(
                    Check.POSITIONS,
                    "an event at position " + logged.position() + " stands after one at " + position
                            + ": a reader that goes on from there would miss it");
        }
        position = Math.max(position, logged.position());
        events++;
        var event = logged.event();
        counts.merge(event instanceof Event.OfTrial of ? of.trial() : DECISIONS, 1L, Long::sum);
        if (comparesTexts) {
            texts.merge(text(event), 1, Integer::sum);
        }
        walk.take(event, logged.position());
    }

    /** As it is when it was written and read, so that what a worker held and what the store gives back can be compared. */
    private static String text(Event event) {
        var written = EventForms.toForm(event);
        return Json.write(EventForms.toForm(EventForms.fromForm(Json.parse(Json.write(written), "event"))));
    }

    /** A change that claims to have seen what nobody can see is always refused, and told the version. */
    private void versions() {
        var before = Map.copyOf(counts);
        var actual = new LinkedHashMap<Integer, Long>();
        for (int trial = 0; trial < walk.history().size(); trial++) {
            var never = new Event.Finished(trial, Instant.EPOCH, new Outcome.Failed(Outcome.Cause.LOST, "audit"), 0);
            if (store.append(study, List.of(new Store.Change(never, -1))) instanceof Store.Appended.Conflict conflict) {
                actual.put(trial, conflict.actual());
            }
        }
        readOn();
        actual.forEach((trial, version) -> {
            long least = before.getOrDefault(trial, 0L);
            if (version < least || version > counts.getOrDefault(trial, 0L)) {
                found(
                        Check.VERSIONS,
                        "trial " + trial + " has " + least + " events, and the store takes it to be at version "
                                + version);
            }
        });
    }

    private void workers() {
        var alive = new HashSet<Integer>();
        store.leases(study).forEach(lease -> alive.add(lease.trial()));
        stillSo(
                walk.history()
                        .running()
                        .filter(trial -> !alive.contains(trial.number()))
                        .toList(),
                trial -> walk.history().trial(trial).state() instanceof TrialState.Running,
                trial -> found(
                        Check.LEASES,
                        "trial " + trial.number() + " counts as running, but its worker "
                                + ((TrialState.Running) trial.state()).worker()
                                + " has let its lease end: it was killed or cut off. Whoever resumes the study goes on with it"));
    }

    private void checkpoints() {
        var missing = walk.history().trials().stream()
                .filter(trial -> trial.outcome().isEmpty())
                .filter(trial -> trial.checkpoint().isPresent())
                .filter(trial -> artifacts
                        .get(
                                study,
                                trial.number(),
                                trial.checkpoint().orElseThrow().artifact())
                        .isEmpty())
                .toList();
        stillSo(missing, trial -> walk.history().trial(trial).outcome().isEmpty(), trial -> {
            var checkpoint = trial.checkpoint().orElseThrow();
            found(
                    Check.CHECKPOINTS,
                    "the checkpoint of trial " + trial.number() + " at " + checkpoint.fidelity() + ", "
                            + checkpoint.artifact()
                            + ", is not there, or its content is not what its name says: the trial would begin again");
        });
    }

    /** Tells of those that are as they were when they were looked at. */
    private void stillSo(List<Trial> suspects, IntPredicate still, Consumer<Trial> tell) {
        if (suspects.isEmpty()) {
            return;
        }
        readOn();
        for (var trial : suspects) {
            if (walk.history().trial(trial.number()).version() == trial.version() && still.test(trial.number())) {
                tell.accept(trial);
            }
        }
    }

    private void acknowledged(Event event) {
        if (texts.merge(text(event), -1, Integer::sum) < 0) {
            var of = event instanceof Event.OfTrial ofTrial ? " of trial " + ofTrial.trial() : "";
            found(
                    Check.ACKNOWLEDGED,
                    "an event that was acknowledged is not there: "
                            + event.getClass().getSimpleName() + of + " at " + event.at());
        }
    }
}
