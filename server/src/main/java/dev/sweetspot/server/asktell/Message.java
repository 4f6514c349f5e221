package dev.sweetspot.server.asktell;

import dev.sweetspot.form.Fields;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be said after the start of version 2, and what may stand in it: the one place that says so, for standard input and
 * for HTTP. Over HTTP the {@code id} is part of the path.
 */
enum Message {
    ASK("Gives a trial out.", List.of()),
    REPORT(
            "Tells how far a trial has come, and hears whether to stop.",
            List.of(
                    id(),
                    Given.required("at", Kind.NUMBER, "How far it has come: the epoch that it has finished."),
                    Given.required(
                            "values", Kind.MAP, "Objectives and limits by name, and what else is to be remembered."),
                    seconds())),
    TELL("Tells how a trial has ended.", endings(id())),
    SUGGEST(
            "Asks for the value of a parameter when the trial needs it, in a study with an empty space.",
            List.of(
                    id(),
                    Given.required("name", Kind.TEXT, "Of the parameter."),
                    Given.required("parameter", Kind.MAP, "As the space of a study file writes it."))),
    ENQUEUE(
            "Lets a configuration be tried before any that a sampler proposes.",
            List.of(Given.required("params", Kind.MAP, "Names of parameters, and their values."))),
    ADD(
            "Takes in a trial that was run elsewhere.",
            endings(Given.required("params", Kind.MAP, "Names of parameters, and their values."))),
    CHANGE(
            "Changes ranges and choices from now on, and adds parameters.",
            List.of(Given.required(
                    "space", Kind.MAP, "What is to be other: of a parameter that is there only what changes."))),
    BEST("Says which trial is chosen, or which are the front.", List.of()),
    TRIALS(
            "Lists the trials.",
            List.of(Given.optional("from", Kind.WHOLE, "The number of the first one; all when it is not said.")));

    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<Given> entries;

    Message(String help, List<Given> entries) {
        this.help = help;
        this.entries = List.copyOf(entries);
    }

    private static Given id() {
        return Given.required("id", Kind.WHOLE, "The number of the trial.");
    }

    private static Given seconds() {
        return Given.optional(
                "seconds", Kind.NUMBER, "Of the trial's own work until now; else the time since it was given out.");
    }

    private static List<Given> endings(Given first) {
        return List.of(
                first,
                Given.optional(
                        "state", Kind.TEXT, "completed, failed, stopped or paused; completed when it is not said."),
                Given.optional(
                        "values", Kind.MAP, "Objectives and limits by name; a completed trial has to have them."),
                seconds(),
                Given.optional(
                        "cause", Kind.TEXT, "Of a failure: error, not_finite, out_of_memory, time_limit or lost."),
                Given.optional("message", Kind.TEXT, "Of a failure, for people."),
                Given.optional("reason", Kind.TEXT, "Why it was stopped or paused, for people."));
    }

    /** As it is written: "ask". */
    String op() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it does, in one sentence. */
    String help() {
        return help;
    }

    /** What may stand in it, beside what is asked for. */
    List<Given> entries() {
        return entries;
    }

    /** The same without the number of the trial. */
    List<Given> entriesWithoutId() {
        return entries.stream().filter(entry -> !entry.name().equals("id")).toList();
    }

    /** Refuses what nobody knows. */
    Fields check(Fields request) {
        var known = entries.stream().map(Given::name).collect(Collectors.toCollection(ArrayList::new));
        known.add("op");
        return request.onlyKnown(Set.copyOf(known));
    }

    static List<String> ops() {
        return List.of(values()).stream().map(Message::op).toList();
    }
}
