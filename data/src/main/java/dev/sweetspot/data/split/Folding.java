package dev.sweetspot.data.split;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Parts;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** By what configurations are compared: one validation part, or the folds of a cross-validation. */
public sealed interface Folding {
    /** As the size and kind of the data suggest: see {@link Folds#usual}. */
    record Usual() implements Folding {}

    /** One validation part, however small it is. */
    record None() implements Folding {}

    /** These folds. */
    record Asked(Folds folds) implements Folding {}

    /**
     * Who trains, validates and tests in each comparison.
     *
     * @param given the parts that the data names itself
     * @param parts as they were drawn
     * @param random decides the cuts
     * @throws dev.sweetspot.form.InvalidInputException when there are fewer items, or groups, than folds
     */
    default Partition partition(DataSet set, GivenParts given, Parts parts, RandomGenerator random) {
        var folds = this instanceof Asked asked
                ? Optional.of(asked.folds())
                : this instanceof Usual ? Folds.usual(set, given, parts) : Optional.<Folds>empty();
        return folds.map(each -> new Partition(parts, each.of(set, parts, random)))
                .orElseGet(() -> new Partition(parts));
    }

    /** As files keep it; nothing for the usual. */
    default Optional<Form> toForm() {
        if (this instanceof Usual) {
            return Optional.empty();
        }
        var folds = this instanceof Asked asked ? asked.folds() : null;
        return Optional.of(Form.of(Map.of(
                "folds", Form.of(folds == null ? 1 : folds.folds()),
                "repeats", Form.of(folds == null ? 1 : folds.repeats()))));
    }

    /** What {@link #toForm} wrote. */
    static Folding fromForm(Optional<Form> form) {
        if (form.isEmpty()) {
            return new Usual();
        }
        var fields = Fields.of(form.get());
        return of(fields.integer("folds"), fields.integer("repeats"));
    }

    /** So many folds, so often; one fold is one validation part. */
    static Folding of(int folds, int repeats) {
        return folds == 1 ? new None() : new Asked(new Folds(folds, repeats));
    }
}
