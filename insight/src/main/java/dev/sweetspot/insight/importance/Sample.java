package dev.sweetspot.insight.importance;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One number of a study as a table: a row for each configuration, in the order in which they were first tried. Immutable; the
 * arrays must not be written to.
 *
 * <ul>
 *   <li>Runs of one configuration, repeats or not, are one row: their mean. How far they lie apart is {@link #noise}.
 *   <li>Trials that failed have no value and are left out.
 *   <li>Of trials that did not run to their end it is foretold what they would have come to: see {@link Ends}.
 *   <li>Values that are worse than the third quartile by more than six times the distance of the quartiles count as that bad
 *       and no worse: one training that went astray would otherwise make up all the differences that there are.
 * </ul>
 */
public final class Sample {
    private static final double FENCE = 6;

    private final SearchSpace space;
    private final double[][] points;
    private final double[] values;
    private final double[] spreads;
    private final OptionalDouble noise;
    private final List<String> notes;

    private Sample(
            SearchSpace space,
            double[][] points,
            double[] values,
            double[] spreads,
            OptionalDouble noise,
            List<String> notes) {
        this.space = space;
        this.points = points;
        this.values = values;
        this.spreads = spreads;
        this.noise = noise;
        this.notes = List.copyOf(notes);
    }

    /** The runs of one configuration. */
    private static final class Row {
        final double[] point;
        final List<Double> ended = new ArrayList<>();
        final List<Ends.Foretold> foretold = new ArrayList<>();

        Row(double[] point) {
            this.point = point;
        }
    }

    /** What a study says of a number. */
    public static Sample of(Studied studied, Aspect aspect) {
        var encoding = Encoding.of(studied.space());
        boolean changed = !studied.history().changes().isEmpty();
        var ends = Ends.of(studied, aspect);
        var rows = new LinkedHashMap<List<Double>, Row>();
        for (var trial : studied.history().trials()) {
            var ended = ends.measured(trial);
            var foretold = ends.foretold(trial);
            if (ended.isEmpty() && foretold.isEmpty()) {
                continue;
            }
            var point = point(encoding, trial, changed);
            var row = rows.computeIfAbsent(Arrays.stream(point).boxed().toList(), key -> new Row(point));
            ended.ifPresent(row.ended::add);
            foretold.ifPresent(row.foretold::add);
        }
        return of(studied.space(), aspect, List.copyOf(rows.values()), ends.notes());
    }

    /** Where a parameter came into the space later, earlier trials had its default. */
    private static double[] point(Encoding encoding, Trial trial, boolean changed) {
        return encoding.encode(changed ? encoding.completed(trial.configuration()) : trial.configuration());
    }

    private static Sample of(SearchSpace space, Aspect aspect, List<Row> rows, List<String> told) {
        var notes = new ArrayList<>(told);
        var points = rows.stream().map(row -> row.point).toArray(double[][]::new);
        var values = new double[points.length];
        var spreads = new double[points.length];
        double squares = 0;
        int more = 0;
        for (int i = 0; i < values.length; i++) {
            var ended = rows.get(i).ended;
            if (ended.isEmpty()) {
                var foretold = rows.get(i).foretold;
                values[i] = foretold.stream()
                        .mapToDouble(Ends.Foretold::value)
                        .average()
                        .orElseThrow();
                spreads[i] = foretold.stream()
                        .mapToDouble(Ends.Foretold::spread)
                        .average()
                        .orElseThrow();
                continue;
            }
            double mean =
                    ended.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            values[i] = mean;
            squares += ended.stream()
                    .mapToDouble(each -> (each - mean) * (each - mean))
                    .sum();
            more += ended.size() - 1;
        }
        int astray = fence(values, aspect);
        if (astray > 0) {
            notes.add(
                    (astray == 1 ? "1 configuration lies" : astray + " configurations lie")
                            + " far outside of the others and counts as no further away than six times the distance of the quartiles.");
        }
        return new Sample(
                space,
                points,
                values,
                spreads,
                more == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / more)),
                notes);
    }

    /** Draws in what went astray; how many did. */
    private static int fence(double[] values, Aspect aspect) {
        if (values.length < 4) {
            return 0;
        }
        var losses = Arrays.stream(values).map(aspect::loss).sorted().toArray();
        double quarter = losses[losses.length / 4];
        double threeQuarters = losses[3 * losses.length / 4];
        double fence = threeQuarters + FENCE * (threeQuarters - quarter);
        int astray = 0;
        for (int i = 0; i < values.length && threeQuarters > quarter; i++) {
            if (aspect.loss(values[i]) > fence) {
                // Turning a loss back is turning it once more.
                values[i] = aspect.loss(fence);
                astray++;
            }
        }
        return astray;
    }

    /** What may be chosen. */
    public SearchSpace space() {
        return space;
    }

    /** How many configurations there are. */
    public int size() {
        return values.length;
    }

    /** Where they lie in the unit cube of {@link Encoding}; NaN for parameters that are not active. */
    public double[][] points() {
        return points;
    }

    /** Their values, in the user's own direction. */
    public double[] values() {
        return values;
    }

    /** How uncertain each value is because it is foretold; 0 for one that was measured. */
    public double[] spreads() {
        return spreads;
    }

    /** The standard deviation of one configuration's runs; empty where none was run twice. */
    public OptionalDouble noise() {
        return noise;
    }

    /** What one must know to read the values, as sentences. */
    public List<String> notes() {
        return notes;
    }
}
