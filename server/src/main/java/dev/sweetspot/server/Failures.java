package dev.sweetspot.server;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.StudyGone;
import dev.sweetspot.study.ActiveTrial;
import java.util.concurrent.atomic.AtomicLong;

/** What failed, as {@code {"error": ..., "hint": ...}}: for people, never with a stack trace. */
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());
    private static final String MAYBE = " Maybe ";
    private static final AtomicLong NUMBER = new AtomicLong();

    private Failures() {}

    /** The answer to a request that failed so; what nobody foresaw is logged under a number that the answer names. */
    static Answer.Json answer(Throwable failure) {
        if (failure instanceof StudyGone) {
            return answer(410, words(failure));
        }
        if (failure instanceof Refusal refusal) {
            return answer(refusal.status(), words(refusal));
        }
        if (failure instanceof ActiveTrial.Lost) {
            return answer(409, words(failure));
        }
        if (failure instanceof InvalidInputException) {
            return answer(400, words(failure));
        }
        if (failure instanceof StoreException) {
            return answer(503, words(failure));
        }
        long number = NUMBER.incrementAndGet();
        LOG.log(System.Logger.Level.WARNING, "request failed, number " + number, failure);
        var words = failure instanceof OutOfMemoryError
                ? "memory ran out. Maybe SWEETSPOT_JAVA_ARGS=-Xmx8g, or less at once?"
                : "something went wrong in the program. Maybe its log says more: failure " + number + ".";
        return answer(500, words);
    }

    /** The same of a request that was so wrong that no route was looked for. */
    static Answer.Json answer(int status, String words) {
        int maybe = words.lastIndexOf(MAYBE);
        var error = maybe < 0 ? words : words.substring(0, maybe);
        var hint = maybe < 0 ? "" : words.substring(maybe + 1);
        return new Answer.Json(status, Answer.map("error", Form.of(error), "hint", Form.of(hint)));
    }

    private static String words(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
