package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Evenly;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trials that are drawn, where there may be too many of them: evenly picked by their number, so that no stretch of the study is
 * left out.
 *
 * @param shown those that are drawn, in the order of their numbers
 * @param all how many there are
 */
record Crowd(List<Trial> shown, int all) {
    /** More marks than that in a picture are a cloud to the eye, and slow to paint. */
    static final int MOST = Layer.MOST;

    Crowd {
        shown = List.copyOf(shown);
    }

    /** At most {@link #MOST} of them. */
    static Crowd of(List<Trial> trials) {
        return of(trials, MOST);
    }

    /** At most so many of them, at least 2: where each is drawn in several panels, the marks of all are to stay below the most. */
    static Crowd of(List<Trial> trials, int most) {
        var shown = IntStream.of(Evenly.places(trials.size(), most))
                .mapToObj(trials::get)
                .toList();
        return new Crowd(shown, trials.size());
    }

    /** " 5000 of 50000 trials are drawn, evenly picked."; nothing where all are. */
    String note() {
        return shown.size() == all ? "" : " " + shown.size() + " of " + all + " trials are drawn, evenly picked.";
    }
}
