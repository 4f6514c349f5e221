package dev.sweetspot.server.asktell;

import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may stand in the start of version 2, for every door. */
final class StartEntries {
    static final List<Given> ALL = List.of(
            Given.optional("name", Kind.TEXT, "Keeps the study in the store under that name, or goes on with it."),
            Given.optional("seed", Kind.WHOLE, "Everything drawn follows from it; 0 when it is not said."),
            Given.optional("space", Kind.MAP, "The parameters, as a study file writes them."),
            Given.optional("relations", Kind.LIST, "Relations between values, as a study file writes them."),
            Given.optional("objective", Kind.ANY, "A name and a direction, minimize or maximize."),
            Given.optional("objectives", Kind.LIST, "Several of them."),
            Given.optional("limits", Kind.LIST, "What must not be exceeded: memory <= 2GB."),
            Given.optional("preference", Kind.ANY, "What is preferred among several objectives."),
            Given.optional("weights", Kind.MAP, "The same, as a weight for each."),
            Given.optional("fidelity", Kind.MAP, "How much of a trial can be run: unit, least and most."),
            Given.optional("epochs", Kind.WHOLE, "The same, as a number of epochs."),
            Given.optional("budget", Kind.ANY, "What ends the search: trials, minutes, fidelity, until, target."),
            Given.optional("sampler", Kind.ANY, "A name, or a map with a name and settings."),
            Given.optional("scheduler", Kind.ANY, "A name, or a map with a name and settings."),
            Given.optional("repeats", Kind.ANY, "What is run again with another seed towards the end."),
            Given.optional("first", Kind.LIST, "Configurations to begin with."),
            Given.optional("beliefs", Kind.ANY, "Where good values are believed to lie."),
            Given.optional("related", Kind.LIST, "What earlier studies found."),
            Given.optional("learn_from", Kind.LIST, "Places of earlier studies: #study is one of the same store."),
            Given.optional("parallelism", Kind.WHOLE, "How many trials are meant to run at once."));

    /** With those that say what message it is. */
    static final Set<String> NAMES = Stream.concat(
                    Stream.of("op", "protocol"), ALL.stream().map(Given::name))
            .collect(Collectors.toSet());

    private StartEntries() {}
}
