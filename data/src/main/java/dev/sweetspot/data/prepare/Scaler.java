package dev.sweetspot.data.prepare;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scale that was learnt from numbers. */
public sealed interface Scaler {
    /** More quantiles say nothing more. */
    int MOST_QUANTILES = 1000;

    /** A number on the new scale. */
    float scaled(float value);

    /**
     * Learnt from numbers; a column of equal numbers becomes 0.
     *
     * @param values in any order; NaN where one is missing, and no number where all are
     */
    static Scaler fit(Scaling scaling, float[] values) {
        return of(scaling, known(values));
    }

    /** The numbers that are not missing, ascending. */
    static float[] known(float[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        // NaN stands at the end.
        int known = sorted.length;
        while (known > 0 && Float.isNaN(sorted[known - 1])) {
            known--;
        }
        return Arrays.copyOf(sorted, known);
    }

    /** For a model file, to the last bit. */
    MapForm toForm();

    /** What {@link #toForm} wrote. */
    static Scaler fromFields(Fields fields) {
        return fields.find("quantiles").isEmpty()
                ? new Affine(fields.number("centre"), fields.number("spread"))
                : new Quantiles(fields.list("quantiles").items().stream()
                        .map(item -> ((NumberForm) item).doubleValue())
                        .toList());
    }

    /**
     * Learnt from numbers; a column of equal numbers becomes 0.
     *
     * @param sorted ascending, none missing; may be empty
     */
    static Scaler of(Scaling scaling, float[] sorted) {
        if (sorted.length == 0 || scaling == Scaling.NONE) {
            return new Affine(0, 1);
        }
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        return switch (scaling) {
            case NONE -> new Affine(0, 1);
            case STANDARD -> standard(sorted);
            case MIN_MAX -> Affine.of(least, greatest - least);
            case ROBUST -> robust(sorted);
            case QUANTILE -> quantiles(sorted);
        };
    }

    private static Scaler standard(float[] sorted) {
        double sum = 0;
        for (float value : sorted) {
            sum += value;
        }
        double mean = sum / sorted.length;
        double squares = 0;
        for (float value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        boolean equal = sorted[0] == sorted[sorted.length - 1];
        return Affine.of(mean, equal ? 0 : Math.sqrt(squares / sorted.length));
    }

    private static Scaler robust(float[] sorted) {
        double spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        // Where half of all values are one and the same, the quartiles may meet while the others differ.
        return spread > 0 ? Affine.of(quantile(sorted, 0.5), spread) : standard(sorted);
    }

    private static Scaler quantiles(float[] sorted) {
        int count = Math.min(MOST_QUANTILES, sorted.length);
        var references = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            references.add(count == 1 ? sorted[0] : quantile(sorted, (double) i / (count - 1)));
        }
        return new Quantiles(references);
    }

    /** Linear between the values next to it (Hyndman and Fan 1996, definition 7). */
    static double quantile(float[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
    }

    /** Shifted and stretched. */
    record Affine(double centre, double spread) implements Scaler {
        static Affine of(double centre, double spread) {
            return new Affine(centre, spread > 0 && Double.isFinite(spread) ? spread : 1);
        }

        @Override
        public float scaled(float value) {
            return (float) ((value - centre) / spread);
        }

        @Override
        public MapForm toForm() {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("centre", Form.of(centre));
            entries.put("spread", Form.of(spread));
            return Form.of(entries);
        }
    }

    /** By rank among values of the training part; beyond them all it is the rank of the last. */
    final class Quantiles implements Scaler {
        private static final double EDGE = Math.sqrt(3);

        private final double[] references;

        /**
         * @param references ascending, at even distances of rank
         */
        Quantiles(List<Double> references) {
            this.references =
                    references.stream().mapToDouble(Double::doubleValue).toArray();
        }

        @Override
        public MapForm toForm() {
            var forms = Arrays.stream(references).mapToObj(Form::of).toList();
            return Form.of(Map.of("quantiles", Form.of(forms)));
        }

        @Override
        public float scaled(float value) {
            int last = references.length - 1;
            return last == 0 ? 0 : (float) (EDGE * (2 * rank(value) / last - 1));
        }

        private double rank(double value) {
            int last = references.length - 1;
            if (value < references[0]) {
                return 0;
            }
            if (value > references[last]) {
                return last;
            }
            int first = firstAtLeast(value);
            if (references[first] > value) {
                return first - 1 + (value - references[first - 1]) / (references[first] - references[first - 1]);
            }
            int end = first;
            while (end < last && references[end + 1] == value) {
                end++;
            }
            // The middle of equal references.
            return (first + end) / 2.0;
        }

        private int firstAtLeast(double value) {
            int low = 0;
            int high = references.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (references[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
