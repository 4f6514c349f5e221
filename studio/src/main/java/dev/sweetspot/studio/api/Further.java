package dev.sweetspot.studio.api;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.studio.settings.Cost;
import dev.sweetspot.studio.settings.Matter;
import dev.sweetspot.studio.work.Wish;
import dev.sweetspot.studio.work.Work;
import dev.sweetspot.studio.work.WorkState;
import dev.sweetspot.studio.work.Works;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Trainings that go on where another one ended. They learn from what that one learnt from, labels and parts included: images
 * that were changed to another part since would have been learnt from and would be measured on.
 */
record Further(Workshop.Bench bench) {
    private static final String EPOCHS = "epochs";
    private static final String USUAL = "20";
    private static final long MOST = 100_000;

    /**
     * Goes on with a training that has come to its end.
     *
     * @param more how many epochs, at least 1
     */
    Answer ofTraining(Work work, long more) {
        if (more < 1 || more > MOST) {
            throw new InvalidInputException(EPOCHS, more, "must be from 1 to " + MOST, "10?");
        }
        if (!(work.wish() instanceof Wish.Training training) || !(work.state() instanceof WorkState.Done)) {
            throw Refusal.conflict("work", work.number(), "is no training that is done", "wait until it is?");
        }
        var state = work.place().out().resolve("state.checkpoint");
        if (!Files.isRegularFile(state)) {
            throw Refusal.conflict(
                    "work",
                    work.number(),
                    "has left no state to go on from: it is older than this version",
                    "its settings again, with more epochs?");
        }
        var settings = new LinkedHashMap<>(training.settings());
        settings.put(EPOCHS, Long.toString(Long.parseLong(settings.getOrDefault(EPOCHS, USUAL)) + more));
        return begun(new Wish.Training(settings, Optional.of(state)), Works.Data.at(Path.of(work.data())));
    }

    /**
     * Goes on with a trial from its checkpoint.
     *
     * @param settings all that the trial was, also where that is the default: data can have other defaults than the form. With
     *     so many epochs as it is to have in all
     * @param from its study and its number
     */
    Answer ofTrial(Map<String, String> settings, Map<String, String> from) {
        var study = from.getOrDefault("study", "");
        var text = from.getOrDefault("trial", "");
        int trial = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        var work = bench.works().all().stream()
                .filter(each -> each.sighting().study().equals(Optional.of(study)))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("study", study, ""));
        var checkpoint = bench.studies()
                .checkpoint(study, trial)
                .orElseThrow(() -> Refusal.conflict(
                        "trial", text, "has no checkpoint any more", "its settings again, from the beginning?"));
        var kept = bench.works().keep(checkpoint, "trial-" + work.number() + "-" + trial + ".checkpoint");
        return begun(new Wish.Training(settings, Optional.of(kept)), Works.Data.at(Path.of(work.data())));
    }

    private Answer begun(Wish.Training wish, Works.Data data) {
        WorksResource.requireRest(bench);
        bench.images().ifPresent(images -> Cost.of(Matter.of(images.project().view()), wish.settings()));
        return Answer.created(WorksResource.brief(bench, bench.works().begin(wish, data)));
    }
}
