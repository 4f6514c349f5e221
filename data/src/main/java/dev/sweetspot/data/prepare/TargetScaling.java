package dev.sweetspot.data.prepare;

import dev.sweetspot.data.Task;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.LinkedHashMap;

/**
 * Numbers to predict on the scale that a network learns best, mean 0 and standard deviation 1 on the training part, and
 * back in the unit of the data.
 *
 * @param mean of the training part
 * @param deviation of the training part (population), above 0
 */
public record TargetScaling(double mean, double deviation) {
    /** Checks the ranges. */
    public TargetScaling {
        if (!Double.isFinite(mean) || !(deviation > 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("mean " + mean + ", deviation " + deviation);
        }
    }

    /**
     * Learns it; where all targets are equal the deviation counts as 1.
     *
     * @param training the items to learn from, at least one
     */
    public static TargetScaling fit(Task.Regression task, int[] training) {
        double sum = 0;
        for (int i : training) {
            sum += task.target(i);
        }
        double mean = sum / training.length;
        double squares = 0;
        for (int i : training) {
            squares += (task.target(i) - mean) * (task.target(i) - mean);
        }
        double deviation = Math.sqrt(squares / training.length);
        return new TargetScaling(mean, deviation > 0 ? deviation : 1);
    }

    /** A target as a network learns it. */
    public float scaled(double target) {
        return (float) ((target - mean) / deviation);
    }

    /** What a network says, in the unit of the data. */
    public double restored(double output) {
        return mean + deviation * output;
    }

    /** For a model file. */
    public MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("mean", Form.of(mean));
        entries.put("deviation", Form.of(deviation));
        return Form.of(entries);
    }

    /** From a model file. */
    public static TargetScaling fromForm(Form form) {
        var fields = Fields.of(form);
        return new TargetScaling(fields.number("mean"), fields.number("deviation"));
    }
}
