package dev.sweetspot.server;

import dev.sweetspot.form.Form;
import java.time.Duration;

/**
 * Something that changes while people look at it. It is asked how it stands, so that nothing piles up for whoever reads
 * slowly: the latest state wins. Keep the state small; what is long is fetched by a page that sees that it has grown.
 */
public interface Live {
    /** How it stands now; asked for only while somebody follows it, by one thread at a time. */
    Form now();

    /** How long at least between two questions: a quarter of a second, unless asking is dear. */
    default Duration every() {
        return Duration.ofMillis(250);
    }
}
