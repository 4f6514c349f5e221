package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Evenly;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.trial.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;

/**
 * When which trial was worked on and by whom: a row for each worker, or several where it was at several trials at once. A trial
 * that was put aside and gone on with has a bar for each time.
 */
public final class TimelinePlot implements Plot {
    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String question() {
        return "When was what worked on, and was anybody idle?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var rows = Worked.of(studied.history().trials());
        var all = rows.stretches();
        if (all.isEmpty()) {
            return new Drawing.Nothing("no trial has told how long it worked");
        }
        var unit = Unit.of(all.stream().mapToDouble(Worked::to).max().orElseThrow());
        int[] shown = Evenly.places(all.size(), Crowd.MOST);
        var layers = new ArrayList<Layer>();
        for (var kind : Kind.values()) {
            var spans = Arrays.stream(shown)
                    .mapToObj(all::get)
                    .filter(each -> Kind.of(each) == kind)
                    .toList();
            if (!spans.isEmpty()) {
                layers.add(new Layer.Spans(
                        kind.word,
                        kind.role,
                        Series.of(spans, Worked::row),
                        Series.of(spans, span -> span.from() / unit.seconds),
                        Series.of(spans, span -> span.to() / unit.seconds),
                        Layer.About.trials(Series.of(spans, span -> span.trial().number()))));
            }
        }
        var panel = new Panel.Plane(
                "",
                Axis.Numbers.linear("time since the first trial began", unit.word),
                new Axis.Words(rows.byWorker() ? "worker" : "at once", rows.named()),
                layers);
        return new Drawing.Drawn(new Chart(name(), "Timeline", caption(rows, shown.length), panel));
    }

    private static String caption(Worked.Rows rows, int shown) {
        int all = rows.stretches().size();
        return "Each bar is a stretch in which a worker was at a trial; one that was put aside and gone on with has several. "
                + (rows.byWorker()
                        ? "A gap in a row is time in which that worker was at none. "
                        : "Bars above each other ran at the same time. ")
                + String.format(
                        Locale.ROOT,
                        "From the first begin to the last end the rows are full for %.0f %%.",
                        100 * rows.busy())
                + (shown < all ? " " + shown + " of " + all + " stretches are drawn, evenly picked." : "");
    }

    private enum Kind {
        WHOLE("run to the end", Role.TRIAL),
        EARLY("put aside, ended early or running", Role.ASIDE),
        FAILED("failed or over a limit", Role.FAILED);

        private final String word;
        private final Role role;

        Kind(String word, Role role) {
            this.word = word;
            this.role = role;
        }

        /** How it ended: before its last stretch a trial was put aside. */
        static Kind of(Worked worked) {
            var outcome = worked.trial().outcome().orElse(null);
            if (!worked.last()) {
                return EARLY;
            }
            if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.OverLimit) {
                return FAILED;
            }
            return worked.trial().completed() ? WHOLE : EARLY;
        }
    }

    private enum Unit {
        SECONDS("s", 1),
        MINUTES("min", 60),
        HOURS("h", 3600);

        private final String word;
        private final double seconds;

        Unit(String word, double seconds) {
            this.word = word;
            this.seconds = seconds;
        }

        static Unit of(double most) {
            if (most <= 3 * MINUTES.seconds) {
                return SECONDS;
            }
            return most <= 3 * HOURS.seconds ? MINUTES : HOURS;
        }
    }
}
