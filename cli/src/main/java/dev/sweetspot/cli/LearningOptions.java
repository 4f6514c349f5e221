package dev.sweetspot.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which earlier studies are learnt from. */
final class LearningOptions {
    @Option(
            names = "--learn-from",
            split = "\n",
            paramLabel = "STORE",
            description =
                    "Learn from earlier studies of the same objective: all of a store, one of it as STORE#STUDY, or "
                            + "one of the store in use as #STUDY (repeatable). What is learnt, and what not, is said.")
    private List<String> places = new ArrayList<>();

    List<String> places() {
        return places;
    }
}
