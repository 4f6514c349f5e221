package dev.sweetspot.cli;

import dev.sweetspot.cli.earlier.EarlierStudies;
import dev.sweetspot.study.StudySpec;
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

    /** Refuses stores that are not there, before anything is read. */
    void check(StoreOptions stores) {
        new EarlierStudies(places, stores.address()).check();
    }

    List<String> places() {
        return places;
    }

    /** The same study with what the earlier ones found, which is said. */
    StudySpec taught(StudySpec study, StoreOptions stores, OutputOptions output) {
        if (places.isEmpty()) {
            return study;
        }
        var lessons = new EarlierStudies(places, stores.address()).lessons(study);
        output.progress(lessons.inWords());
        return study.with(study.knowledge().learningFrom(lessons.related()));
    }
}
