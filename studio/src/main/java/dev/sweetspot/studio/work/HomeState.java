package dev.sweetspot.studio.work;

import java.nio.file.Path;
import java.util.List;

/** How a form to take home stands. */
public sealed interface HomeState {
    /** Nobody asked for it yet. */
    record NotMade() implements HomeState {}

    /** It is being made, or waits for another one. */
    record Making() implements HomeState {}

    /** It is there. */
    record Made(List<Path> files) implements HomeState {
        /** Keeps a copy. */
        public Made {
            files = List.copyOf(files);
        }
    }

    /**
     * It could not be made.
     *
     * @param message why, in words
     */
    record Failed(String message) implements HomeState {}

    /** In a word, for pages. */
    default String word() {
        if (this instanceof Making) {
            return "making";
        }
        if (this instanceof Made) {
            return "made";
        }
        return this instanceof Failed ? "failed" : "none";
    }
}
