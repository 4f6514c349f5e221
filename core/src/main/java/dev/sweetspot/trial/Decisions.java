package dev.sweetspot.trial;

import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What people have decided about a study while it runs. Immutable.
 *
 * @param version how many decisions there were
 * @param changes of the space, the oldest first
 * @param waiting what is enqueued, the oldest first
 * @param order the last one about whether the study is worked on
 * @param trials how many may be begun in all, as the last one said who gave a number
 */
record Decisions(
        long version,
        List<Event.SpaceChanged> changes,
        List<Waiting> waiting,
        Optional<Event.Ordered> order,
        OptionalInt trials) {
    static final Decisions NONE = new Decisions(0, List.of(), List.of(), Optional.empty(), OptionalInt.empty());

    Decisions {
        changes = List.copyOf(changes);
        waiting = List.copyOf(waiting);
    }

    Optional<SearchSpace> space() {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.get(changes.size() - 1).space());
    }

    /** @param historyVersion the version of the history that has this event */
    Decisions and(Event.OfStudy event, long historyVersion) {
        var allChanges = new ArrayList<>(changes);
        var allWaiting = new ArrayList<>(waiting);
        if (event instanceof Event.SpaceChanged changed) {
            allChanges.add(changed);
            var encoding = Encoding.of(changed.space());
            allWaiting.replaceAll(each -> new Waiting(each.version(), encoding.completed(each.configuration())));
        } else if (event instanceof Event.Enqueued enqueued) {
            allWaiting.add(new Waiting(historyVersion, enqueued.configuration()));
        }
        var last = event instanceof Event.Ordered ordered ? Optional.of(ordered) : order;
        var most = event instanceof Event.Ordered ordered && ordered.trials().isPresent() ? ordered.trials() : trials;
        return new Decisions(version + 1, allChanges, allWaiting, last, most);
    }

    /** Without what a trial has taken that was begun. */
    Decisions taken(Origin origin) {
        if (waiting.isEmpty() || !origin.sampler().equals(Origin.ENQUEUED)) {
            return this;
        }
        var left = waiting.stream()
                .filter(each -> each.version() != origin.historyVersion())
                .toList();
        return new Decisions(version, changes, left, order, trials);
    }
}
