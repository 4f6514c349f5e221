package dev.sweetspot.cli;

import dev.sweetspot.study.Budget;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much a search from a file may use: what was said in the call takes the place of what the file says of the same.
 *
 * @param minutes how long it may take in all, as a clock counts from its beginning; empty where only something else ends it
 * @param budget what else ends it
 */
record Spent(Optional<Double> minutes, Budget budget) {
    private static final double USUAL_MINUTES = 20;
    private static final double SECONDS = 60;

    static Spent of(Budget file, TimeOptions time, Objective objective) {
        var parts = parts(file);
        var others = new ArrayList<>(parts.stream()
                .filter(part -> !(part instanceof Budget.WallClock))
                .filter(part -> !(part instanceof Budget.Trials && time.saysTrials()))
                .toList());
        others.addAll(parts(time.budget(objective)));
        var minutes = time.said().or(() -> parts.stream()
                .filter(Budget.WallClock.class::isInstance)
                .map(part -> ((Budget.WallClock) part).most().toMillis() / 1000.0 / SECONDS)
                .findFirst());
        return new Spent(
                minutes.isEmpty() && others.isEmpty() ? Optional.of(USUAL_MINUTES) : minutes, new Budget.AnyOf(others));
    }

    private static List<Budget> parts(Budget budget) {
        return budget instanceof Budget.AnyOf any ? any.parts() : List.of(budget);
    }

    /** When it has to be done, on {@link System#nanoTime}. */
    long end() {
        return Minutes.end(minutes);
    }

    String inWords() {
        var words = new ArrayList<String>();
        minutes.ifPresent(value ->
                words.add(value == Math.rint(value) ? (long) (double) value + " minutes" : value + " minutes"));
        parts(budget).forEach(part -> words.add(part.inWords()));
        return "until " + String.join(" or ", words);
    }
}
