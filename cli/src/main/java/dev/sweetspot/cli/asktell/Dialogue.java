package dev.sweetspot.cli.asktell;

import dev.sweetspot.cli.earlier.EarlierStudies;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Renewal;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation: a request a line, an answer a line. What cannot be done is answered with
 * <code>{"error": text}</code>, and the conversation goes on.
 */
public final class Dialogue implements AutoCloseable {
    /** After that time without a sign of life, the trials of this process go to others. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Chosen chosen;
    private final Keeping keeping;
    private Optional<Protocol> protocol = Optional.empty();
    private Optional<Store> store = Optional.empty();
    private Optional<Renewal> renewal = Optional.empty();
    private Optional<String> learnt = Optional.empty();
    private boolean ended;

    /**
     * @param chosen who searches, where the start does not say it
     * @param keeping where a study is kept that has a name
     */
    public Dialogue(Chosen chosen, Keeping keeping) {
        this.chosen = chosen;
        this.keeping = keeping;
    }

    /** Whether the other side has said that this is the end. */
    public boolean ended() {
        return ended;
    }

    /** Lets go of the study and its store; what was told is kept. */
    @Override
    public void close() {
        renewal.ifPresent(Renewal::close);
        store.ifPresent(Store::close);
        renewal = Optional.empty();
        store = Optional.empty();
    }

    /** The answer to a request, both as JSON on one line. */
    public String answer(String line) {
        return Json.write(answered(line));
    }

    private MapForm answered(String line) {
        try {
            var request = Fields.of(Json.parseMap(NumberWords.quoted(line), "request"));
            var op = request.text("op");
            return switch (op) {
                case "start" -> start(request);
                case "end" -> end();
                default ->
                    protocol.orElseThrow(() -> new InvalidInputException(
                                    "op", op, "must come after a start", "{\"op\":\"start\",\"protocol\":2,...}?"))
                            .answer(op, request);
            };
        } catch (InvalidInputException | StoreException | ActiveTrial.Lost e) {
            return error(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A fault of ours; the other side can still end in order.
            return error("failed: " + e);
        }
    }

    private MapForm start(Fields request) {
        if (protocol.isPresent()) {
            throw new InvalidInputException("op", "start", "a study is under way already", "another process?");
        }
        int version = request.integer("protocol");
        return switch (version) {
            case 1 -> {
                protocol = Optional.of(ProtocolOne.start(request, chosen.search(), keeping.clock()));
                yield Form.of(Map.of("ok", Form.of(true)));
            }
            case 2 -> second(new StartTwo(request, chosen));
            default -> throw Fields.wrong(request.require("protocol"), "protocol", version, "is not spoken here", "2?");
        };
    }

    private MapForm second(StartTwo start) {
        var name = start.name().or(keeping::name);
        int atOnce = start.parallelism();
        var study = name.isPresent() ? kept(start, name.get()) : inMemory(start);
        protocol = Optional.of(new ProtocolTwo(study, keeping.worker(), atOnce));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("ok", Form.of(true));
        name.ifPresent(text -> entries.put("study", Form.of(text)));
        learnt.ifPresent(words -> entries.put("learns", Form.of(words)));
        entries.put("sampler", Form.of(study.spec().search().sampler().name()));
        entries.put("scheduler", Form.of(study.spec().search().scheduler().name()));
        entries.put("trials", Form.of(study.history().size()));
        return Form.of(entries);
    }

    private Study inMemory(StartTwo start) {
        return Study.create(new InMemoryStore(), taught(start, start.spec("ask-tell")), keeping.clock(), LEASE);
    }

    /** With what earlier studies found, which is said in one sentence. */
    private StudySpec taught(StartTwo start, StudySpec spec) {
        var places = new ArrayList<>(keeping.learnFrom());
        places.addAll(start.learnFrom());
        if (places.isEmpty()) {
            return spec;
        }
        var lessons = new EarlierStudies(places, keeping.usual()).lessons(spec);
        learnt = Optional.of(lessons.inWords());
        return spec.with(spec.knowledge().learningFrom(lessons.related()));
    }

    /** A study of the store is gone on with; one that is not there is made. */
    private Study kept(StartTwo start, String name) {
        var opened = store.orElseGet(keeping.store());
        store = Optional.of(opened);
        boolean there = opened.find(name).isPresent();
        Study study;
        if (there) {
            study = Study.open(opened, name, keeping.clock(), LEASE);
            if (start.describes()) {
                start.requireSame(start.spec(name), study.spec());
            }
        } else {
            study = Study.create(opened, taught(start, start.spec(name)), keeping.clock(), LEASE);
        }
        renewal = Optional.of(study.renewing());
        return study;
    }

    private MapForm end() {
        ended = true;
        return Form.of(Map.of("ok", Form.of(true)));
    }

    private static MapForm error(String message) {
        return Form.of(Map.of("error", Form.of(message)));
    }
}
