package dev.sweetspot.cli.asktell;

import dev.sweetspot.cli.earlier.EarlierStudies;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.NumberWords;
import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.server.asktell.Opened;
import dev.sweetspot.server.asktell.ProtocolTwo;
import dev.sweetspot.server.asktell.StartTwo;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Renewal;
import java.time.Duration;
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
        var means = new Opened.Means(keeping.clock(), LEASE, keeping.learnFrom(), (places, spec) -> new EarlierStudies(
                        places, keeping.usual())
                .lessons(spec));
        var opened = name.isPresent()
                ? kept(start, name.get(), means)
                : Opened.made(start, new InMemoryStore(), "ask-tell", means);
        protocol = Optional.of(new ProtocolTwo(opened.study(), keeping.worker(), atOnce)::answer);
        return opened.answer(name.isPresent());
    }

    private Opened kept(StartTwo start, String name, Opened.Means means) {
        var place = store.orElseGet(keeping.store());
        store = Optional.of(place);
        var opened = Opened.of(start, place, name, means);
        renewal = Optional.of(opened.study().renewing());
        return opened;
    }

    private MapForm end() {
        ended = true;
        return Form.of(Map.of("ok", Form.of(true)));
    }

    private static MapForm error(String message) {
        return Form.of(Map.of("error", Form.of(message)));
    }
}
