package dev.sweetspot.server.studies;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Live;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The stores, the studies in them, and what people have noted about these. */
public final class StudiesResource implements Resource {
    private static final String TOPIC = "studies/";
    private static final int LONGEST_NOTE = 20_000;
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 40;
    private static final String STORE = "The id of a store, as /api/stores lists them.";
    private static final String STUDY = "The name of a study.";

    private final StudyStores stores;
    private final Notes notes;

    /** @param stores closed by whoever made them */
    public StudiesResource(StudyStores stores, Notes notes) {
        this.stores = stores;
        this.notes = notes;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/stores", "Lists the stores whose studies are shown.", call -> stores())
                        .answers("For each its id, its address without a password, and whether it is there yet."),
                Route.get("/api/stores/{store}/studies", "Lists the studies of a store, the newest first.", this::list)
                        .in("store", STORE)
                        .answers(
                                "For each its name, when it was made, whether it is worked on, its note and its tags."),
                Route.put(
                                "/api/stores/{store}/studies/{study}/note",
                                "Sets the note and the tags of a study.",
                                Takes.json(
                                        Given.required("note", Kind.TEXT, "Any text; empty for none."),
                                        Given.required("tags", Kind.LIST, "Short texts, at most " + MOST_TAGS + ".")),
                                this::note)
                        .in("store", STORE)
                        .in("study", STUDY)
                        .answers("The note and the tags as they are kept."));
    }

    private Answer stores() {
        var all = new ArrayList<Form>();
        for (var place : stores.places()) {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("id", Form.of(place.id()));
            entries.put("address", Form.of(place.shown()));
            entries.put("there", Form.of(place.isThere()));
            Stores.caution(place.address()).ifPresent(words -> entries.put("caution", Form.of(words)));
            all.add(Form.of(entries));
        }
        return Answer.of(Answer.map("stores", Form.of(all)));
    }

    private Answer list(Call call) {
        var id = call.path("store");
        var store = stores.find(id);
        var written = notes.of(stores.place(id).shown());
        var all = new ArrayList<Form>();
        if (store.isPresent()) {
            for (var study : store.get().studies()) {
                var note = written.getOrDefault(study.name(), Notes.Note.NONE);
                var entries = new LinkedHashMap<String, Form>();
                entries.put("name", Form.of(study.name()));
                entries.put("created_at", Form.of(study.createdAt().toString()));
                entries.put(
                        "standing", Form.of(standing(store.get(), study.name()).word()));
                entries.putAll(note.toForm().entries());
                all.add(Form.of(entries));
            }
        }
        return Answer.of(Answer.map("studies", Form.of(all)));
    }

    /** What the last order says; without reading the trials. */
    private static Standing standing(Store store, String study) {
        return store.decisions(study).stream()
                .filter(Event.Ordered.class::isInstance)
                .map(event -> ((Event.Ordered) event).standing())
                .reduce((first, second) -> second)
                .orElse(Standing.OPEN);
    }

    private Answer note(Call call) {
        var study = call.path("study");
        var place = stores.place(call.path("store"));
        if (stores.store(place.id()).find(study).isEmpty()) {
            throw Refusal.unknown("study", study, "");
        }
        var note = Notes.Note.fromForm(Answer.map(
                "note", call.body().require("note"), "tags", call.body().require("tags")));
        if (note.text().length() > LONGEST_NOTE) {
            throw new InvalidInputException(
                    "note", note.text().length() + " characters", "must have at most " + LONGEST_NOTE, "");
        }
        var tags = note.tags().stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw new InvalidInputException(
                    "tags",
                    tags.size(),
                    "must be at most " + MOST_TAGS + " of at most " + LONGEST_TAG + " characters",
                    "");
        }
        var kept = new Notes.Note(note.text().strip(), tags);
        notes.put(place.shown(), study, kept);
        return Answer.of(kept.toForm());
    }

    @Override
    public Optional<Live> live(String topic) {
        if (!topic.startsWith(TOPIC)) {
            return Optional.empty();
        }
        var id = topic.substring(TOPIC.length());
        stores.place(id);
        return Optional.of(new Live() {
            /** The lengths of all logs: other whenever anything has happened. */
            @Override
            public Form now() {
                var lengths = new LinkedHashMap<String, Form>();
                stores.find(id).ifPresent(store -> store.studies()
                        .forEach(study -> lengths.put(study.name(), Form.of(store.length(study.name())))));
                return Form.of(lengths);
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(2);
            }
        });
    }
}
