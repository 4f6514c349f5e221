package dev.sweetspot.insight.plot;

import dev.sweetspot.trial.Stint;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * When somebody was at a trial, in seconds since the first trial began.
 *
 * @param last whether nobody has been at it since
 * @param row in which it is drawn, from 0
 */
record Worked(Trial trial, boolean last, String worker, double from, double to, int row) {
    /** More rows cannot be looked at. */
    private static final int MOST_ROWS = 40;

    private Worked in(int place) {
        return new Worked(trial, last, worker, from, to, place);
    }

    /**
     * Stretches in rows, none of which has two at once. Each worker has a row of its own, or several where it was at several
     * trials at once; the workers in the order in which they came. Of very many workers a row is a place that is free
     * again when its stretch has ended, whoever takes it next.
     *
     * @param stretches in the order in which they began
     * @param named what each row is called
     * @param byWorker whether each row is one worker's
     */
    record Rows(List<Worked> stretches, List<String> named, boolean byWorker) {
        /** Which share of the time between the first begin and the last end the rows are full. */
        double busy() {
            double end = stretches.stream().mapToDouble(Worked::to).max().orElse(0);
            double full = stretches.stream()
                    .mapToDouble(each -> each.to() - each.from())
                    .sum();
            return end > 0 ? full / (end * named.size()) : 0;
        }
    }

    /** All stretches of some trials. */
    static Rows of(List<Trial> trials) {
        var first = trials.stream()
                .map(Trial::startedAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        var stretches = trials.stream()
                .flatMap(trial -> of(trial, first).stream())
                .filter(each -> each.to() > each.from())
                .sorted(Comparator.comparingDouble(Worked::from)
                        .thenComparing(each -> each.trial().number()))
                .toList();
        var byWorker = rows(stretches, true);
        return byWorker.named().size() <= MOST_ROWS ? byWorker : rows(stretches, false);
    }

    private static List<Worked> of(Trial trial, Instant first) {
        var stints = trial.stints();
        // Where nobody wrote down the end, as of what still runs and of workers that were lost: what is left of the
        // work told.
        double left =
                trial.seconds() - stints.stream().mapToDouble(Worked::length).sum();
        long open = stints.stream().filter(stint -> length(stint) <= 0).count();
        var worked = new ArrayList<Worked>();
        for (int i = 0; i < stints.size(); i++) {
            var stint = stints.get(i);
            double from = seconds(first, stint.from());
            double length = length(stint) > 0 ? length(stint) : Math.max(0, left / open);
            boolean last = i == stints.size() - 1;
            double most = last
                    ? Double.POSITIVE_INFINITY
                    : seconds(first, stints.get(i + 1).from());
            worked.add(new Worked(trial, last, stint.worker(), from, Math.min(most, from + length), 0));
        }
        return worked;
    }

    /** 0 where its end is not known. */
    private static double length(Stint stint) {
        return stint.until()
                .map(until -> Math.max(0, seconds(stint.from(), until)))
                .orElse(0.0);
    }

    /** Each in the first row of its worker that is free when it begins. */
    private static Rows rows(List<Worked> stretches, boolean byWorker) {
        var ends = new LinkedHashMap<String, List<Double>>();
        var lanes = new ArrayList<Integer>();
        for (var stretch : stretches) {
            var mine = ends.computeIfAbsent(byWorker ? stretch.worker() : "", worker -> new ArrayList<>());
            int lane = 0;
            while (lane < mine.size() && mine.get(lane) > stretch.from()) {
                lane++;
            }
            if (lane == mine.size()) {
                mine.add(stretch.to());
            } else {
                mine.set(lane, stretch.to());
            }
            lanes.add(lane);
        }
        var begins = new LinkedHashMap<String, Integer>();
        int rows = 0;
        for (var entry : ends.entrySet()) {
            begins.put(entry.getKey(), rows);
            rows += entry.getValue().size();
        }
        var placed = new ArrayList<Worked>();
        for (int i = 0; i < stretches.size(); i++) {
            var stretch = stretches.get(i);
            placed.add(stretch.in(begins.getOrDefault(byWorker ? stretch.worker() : "", 0) + lanes.get(i)));
        }
        boolean several = byWorker && ends.size() > 1;
        return new Rows(placed, several ? names(ends) : numbers(rows), several);
    }

    private static List<String> names(Map<String, List<Double>> ends) {
        var names = new ArrayList<String>();
        ends.forEach((worker, lanes) -> {
            for (int lane = 1; lane <= lanes.size(); lane++) {
                names.add((worker.isEmpty() ? "no name" : worker) + (lanes.size() > 1 ? ", " + lane : ""));
            }
        });
        return names;
    }

    private static List<String> numbers(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(Integer::toString).toList();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
