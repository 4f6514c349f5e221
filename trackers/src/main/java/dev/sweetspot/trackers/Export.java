package dev.sweetspot.trackers;

import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import java.io.IOException;

/** Takes all of a study to a place at once. */
public final class Export {
    private Export() {}

    /**
     * Until all that has happened is there; what is there already is not written again.
     *
     * @throws IOException when the place cannot be reached: what is missing there comes with another export
     */
    public static void to(Target target, Store store, Study study) throws IOException {
        study.refresh();
        try (var tracker = target.kind().open(Feed.tracked(store, study), target.place())) {
            new Feed(store, study, tracker).leave();
        }
    }
}
