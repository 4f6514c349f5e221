package dev.sweetspot.data.split;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Parts;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** By what configurations are compared: one validation part, or the folds of a cross-validation. */
public sealed interface Folding {
    /** The names under which files keep them, and people say them. */
    String FOLDS = "folds";

    /** See {@link #FOLDS}. */
    String REPEATS = "repeats";

    /** See {@link Usual#most}. */
    String UP_TO = "up_to";

    /**
     * As the size and kind of the data suggest: see {@link Folds#usual}.
     *
     * @param repeats how often it is done where these are folds, 1 to 20; more than 1 is refused where they are none
     * @param most with more items to learn from than these there is one validation part: that is enough then to tell
     *     which of two networks is better, or folds take too long
     */
    record Usual(int repeats, int most) implements Folding {
        /** Once. */
        public Usual() {
            this(1);
        }

        /** Where networks learn. */
        public Usual(int repeats) {
            this(repeats, Folds.FEW);
        }

        /**
         * Where models are fitted in seconds: on many more items too. All of them together tell apart what one part of them
         * does not, and whoever is clearly worse after some folds is not given the others.
         */
        public static Usual ofQuickModels(int repeats) {
            return new Usual(repeats, Folds.MANY);
        }

        private Optional<Folds> folds(DataSet set, GivenParts given, Parts parts) {
            var folds = Folds.usual(set, given, parts, most).map(each -> new Folds(each.folds(), repeats));
            if (folds.isEmpty() && repeats > 1) {
                throw new InvalidInputException(
                        REPEATS,
                        repeats,
                        "counts only with folds of 2 or more, and this data is compared on one validation part",
                        "--set folds=5 too?");
            }
            return folds;
        }
    }

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
                : this instanceof Usual usual ? usual.folds(set, given, parts) : Optional.<Folds>empty();
        return folds.map(each -> new Partition(parts, each.of(set, parts, random)))
                .orElseGet(() -> set.moments()
                        .map(moments -> new Partition(parts, List.of(new TimeCut(moments).pair(parts))))
                        .orElseGet(() -> new Partition(parts)));
    }

    /** As files keep it; nothing for the usual, once. */
    default Optional<Form> toForm() {
        if (this instanceof Usual usual) {
            return usual.equals(new Usual())
                    ? Optional.empty()
                    : Optional.of(Form.of(Map.of(REPEATS, Form.of(usual.repeats()), UP_TO, Form.of(usual.most()))));
        }
        var folds = this instanceof Asked asked ? asked.folds() : null;
        return Optional.of(Form.of(Map.of(
                FOLDS, Form.of(folds == null ? 1 : folds.folds()),
                REPEATS, Form.of(folds == null ? 1 : folds.repeats()))));
    }

    /** What {@link #toForm} wrote. */
    static Folding fromForm(Optional<Form> form) {
        if (form.isEmpty()) {
            return new Usual();
        }
        var fields = Fields.of(form.get());
        int repeats = fields.integer(REPEATS);
        if (fields.find(FOLDS).isPresent()) {
            return of(fields.integer(FOLDS), repeats);
        }
        return fields.find(UP_TO).isPresent() ? new Usual(repeats, fields.integer(UP_TO)) : new Usual(repeats);
    }

    /** So many folds, so often; one fold is one validation part. */
    static Folding of(int folds, int repeats) {
        return folds == 1 ? new None() : new Asked(new Folds(folds, repeats));
    }
}
