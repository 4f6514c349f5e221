package dev.sweetspot.server;

import java.io.IOException;

/** What answers a request. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers.
     *
     * @throws dev.sweetspot.form.InvalidInputException for what the request must not say; the answer is 400 with it in words
     * @throws Refusal for another status
     */
    Answer answer(Call call) throws IOException, InterruptedException;
}
