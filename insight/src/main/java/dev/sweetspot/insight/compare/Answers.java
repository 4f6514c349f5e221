package dev.sweetspot.insight.compare;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.insight.result.PredictionsFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a winner said of each test item, beside what is true, as {@code predictions.csv} holds it.
 *
 * @param classes whether the answers are classes, else numbers
 * @param items by the name of the item
 */
public record Answers(boolean classes, Map<String, Answer> items) {
    /** What is true of an item, and what was said. */
    public record Answer(String truth, String said) {
        boolean right() {
            return truth.equals(said);
        }

        /** How far a number is off. */
        double error() {
            return Double.parseDouble(said) - Double.parseDouble(truth);
        }
    }

    /** Keeps a copy in the order given. */
    public Answers {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /**
     * Those of a job's folder; empty where there are none, as of models that make no answer to each item, or where items have
     * no names of their own.
     *
     * @throws InvalidInputException when the file is damaged
     */
    public static Optional<Answers> in(Path folder) {
        return PredictionsFile.in(folder).flatMap(file -> {
            var items = new LinkedHashMap<String, Answer>();
            var again = new AtomicBoolean();
            file.each(row -> {
                if (items.put(row.get(0), new Answer(row.get(1), row.get(2))) != null) {
                    again.set(true);
                }
            });
            return items.isEmpty() || again.get() ? Optional.empty() : Optional.of(new Answers(file.classes(), items));
        });
    }
}
