package dev.sweetspot.cli.asktell;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;

/** What is said after the start, in one version of the protocol. */
@FunctionalInterface
interface Protocol {
    /**
     * The answer to one request.
     *
     * @param op what is asked for
     * @param request the whole message
     * @throws dev.sweetspot.form.InvalidInputException when it cannot be done
     */
    MapForm answer(String op, Fields request);
}
