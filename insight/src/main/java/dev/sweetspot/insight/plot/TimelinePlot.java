package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When which trial was worked on, and how many at once. A history keeps when a trial began and how long it was worked on, not by
 * which worker: a row is a place that is free again when its trial has ended, so that there are as many rows as trials ran at
 * once.
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

    private record Span(Trial trial, double from, double to, int row) {}

    @Override
    public Drawing draw(Studied studied) {
        var worked = studied.history().trials().stream()
                .filter(trial -> trial.seconds() > 0)
                .sorted(Comparator.comparing(Trial::startedAt).thenComparing(Trial::number))
                .toList();
        if (worked.isEmpty()) {
            return new Drawing.Nothing("no trial has told how long it worked");
        }
        var crowd = Crowd.of(worked);
        var drawn = crowd.shown().stream().map(Trial::number).collect(Collectors.toSet());
        var all = rows(worked);
        int rows = all.stream().mapToInt(Span::row).max().orElseThrow() + 1;
        double most = all.stream().mapToDouble(Span::to).max().orElseThrow();
        var unit = Unit.of(most);
        var layers = new ArrayList<Layer>();
        for (var kind : Kind.values()) {
            var spans = all.stream()
                    .filter(span -> drawn.contains(span.trial().number()) && Kind.of(span.trial()) == kind)
                    .toList();
            if (!spans.isEmpty()) {
                layers.add(new Layer.Spans(
                        kind.word,
                        kind.role,
                        Series.of(spans, Span::row),
                        Series.of(spans, span -> span.from() / unit.seconds),
                        Series.of(spans, span -> span.to() / unit.seconds),
                        Layer.About.trials(Series.of(spans, span -> span.trial().number()))));
            }
        }
        var panel = new Panel.Plane(
                "",
                Axis.Numbers.linear("time since the first trial began", unit.word),
                new Axis.Words(
                        "at once",
                        IntStream.rangeClosed(1, rows)
                                .mapToObj(Integer::toString)
                                .toList()),
                layers);
        boolean apart = crowd.shown().stream().anyMatch(trial -> Kind.of(trial) == Kind.APART);
        var caption =
                "Each bar is a trial, from when it began for as long as it was worked on; bars above each other ran at the "
                        + "same time, and gaps are time in which nothing ran there."
                        + (apart
                                ? " A trial that was put aside and gone on with is drawn as if it was worked on in one go."
                                : "")
                        + crowd.note();
        return new Drawing.Drawn(new Chart(name(), "Timeline", caption, panel));
    }

    /** Each trial in the first row that is free when it begins. */
    private static List<Span> rows(List<Trial> worked) {
        var first = worked.get(0).startedAt();
        var busy = new PriorityQueue<Span>(Comparator.comparingDouble(Span::to).thenComparingInt(Span::row));
        var free = new TreeSet<Integer>();
        var spans = new ArrayList<Span>();
        int rows = 0;
        for (var trial : worked) {
            double from = seconds(first, trial.startedAt());
            for (var next = busy.peek(); next != null && next.to() <= from; next = busy.peek()) {
                free.add(next.row());
                busy.remove();
            }
            var row = free.pollFirst();
            var span = new Span(trial, from, from + trial.seconds(), row == null ? rows++ : row);
            busy.add(span);
            spans.add(span);
        }
        return spans;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private enum Kind {
        WHOLE("run to the end", Role.TRIAL),
        EARLY("ended early or running", Role.ASIDE),
        FAILED("failed or over a limit", Role.FAILED),
        APART("worked on in parts", Role.BELIEVED);

        private final String word;
        private final Role role;

        Kind(String word, Role role) {
            this.word = word;
            this.role = role;
        }

        static Kind of(Trial trial) {
            var outcome = trial.outcome().orElse(null);
            if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.OverLimit) {
                return FAILED;
            }
            if (apart(trial)) {
                return APART;
            }
            return trial.completed() ? WHOLE : EARLY;
        }

        /** More has happened to it than that it began, reported and came to where it stands: it was put aside in between. */
        private static boolean apart(Trial trial) {
            int last = trial.state() instanceof TrialState.Running ? 0 : 1;
            return trial.version() - 1 - trial.curve().size() - last >= 2;
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
