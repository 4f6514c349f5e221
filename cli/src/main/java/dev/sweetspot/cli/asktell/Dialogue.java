package dev.sweetspot.cli.asktell;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation: a request a line, an answer a line. What cannot be done is answered with
 * <code>{"error": text}</code>, and the conversation goes on.
 */
public final class Dialogue {
    private final Chosen chosen;
    private final InstantSource clock;
    private Optional<Protocol> protocol = Optional.empty();
    private boolean ended;

    /**
     * @param chosen who searches
     * @param clock what the times of the trials are read from
     */
    public Dialogue(Chosen chosen, InstantSource clock) {
        this.chosen = chosen;
        this.clock = clock;
    }

    /** Whether the other side has said that this is the end. */
    public boolean ended() {
        return ended;
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
                                    "op", op, "must come after a start", "{\"op\":\"start\",\"protocol\":1,...}?"))
                            .answer(op, request);
            };
        } catch (InvalidInputException e) {
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
        if (version != 1) {
            throw Fields.wrong(request.require("protocol"), "protocol", version, "is not spoken here", "1?");
        }
        protocol = Optional.of(ProtocolOne.start(request, chosen.search(), clock));
        return Form.of(Map.of("ok", Form.of(true)));
    }

    private MapForm end() {
        ended = true;
        return Form.of(Map.of("ok", Form.of(true)));
    }

    private static MapForm error(String message) {
        return Form.of(Map.of("error", Form.of(message)));
    }
}
