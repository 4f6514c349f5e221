package dev.sweetspot.data;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be learnt from a data set: what is known of each of its items. */
public sealed interface Task {
    /** The kinds of tasks, by which metrics and losses say where they belong. */
    enum Kind {
        /** Each item is of one class. */
        CLASSIFICATION,
        /** Each item has a number. */
        REGRESSION,
        /** Nothing but the items themselves is known. */
        RECONSTRUCTION,
        /** Items like the known ones are to be made. */
        GENERATION;

        /** Whether items alone are learnt from: nothing needs to be known of them, and what is known is not looked at. */
        public boolean blind() {
            return this == RECONSTRUCTION || this == GENERATION;
        }

        /** The word in commands, files and messages: classification, regression, reconstruction. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of a word.
         *
         * @throws InvalidInputException when there is none, with the nearest
         */
        public static Kind named(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "task",
                            word,
                            "must be one that is known",
                            DidYouMean.maybe(
                                    word,
                                    Arrays.stream(values()).map(Kind::word).toList())));
        }
    }

    /** Which kind of task it is. */
    Kind kind();

    /** Number of items. */
    int size();

    /**
     * A task for which nothing has to be known of items.
     *
     * @throws IllegalArgumentException if the kind is not {@link Kind#blind}
     */
    static Task blind(Kind kind, int size) {
        return blind(kind, new Reconstruction(size));
    }

    /**
     * The same of items of which something is known.
     *
     * @throws IllegalArgumentException if the kind is not {@link Kind#blind}
     */
    static Task blind(Kind kind, Task known) {
        return switch (kind) {
            case RECONSTRUCTION -> new Reconstruction(known.size());
            case GENERATION ->
                new Generation(
                        known.size(),
                        known instanceof Classification classes
                                        && classes.classNames().size() > 1
                                ? Optional.of(classes)
                                : Optional.empty());
            case CLASSIFICATION, REGRESSION -> throw new IllegalArgumentException(kind + " needs something to predict");
        };
    }

    /** Each item is of one class. Immutable. */
    final class Classification implements Task {
        private final List<String> classNames;
        private final int[] labels;

        /**
         * @param classNames the classes
         * @param labels of each item, an index into the class names
         * @throws IllegalArgumentException if a label points to no class
         */
        public Classification(List<String> classNames, int[] labels) {
            this.classNames = List.copyOf(classNames);
            this.labels = labels.clone();
            for (int label : labels) {
                if (label < 0 || label >= classNames.size()) {
                    throw new IllegalArgumentException("label " + label + " of " + classNames.size() + " classes");
                }
            }
        }

        @Override
        public Kind kind() {
            return Kind.CLASSIFICATION;
        }

        @Override
        public int size() {
            return labels.length;
        }

        /** The classes, in the order of their labels. */
        public List<String> classNames() {
            return classNames;
        }

        /** The class of item {@code i}: an index into {@link #classNames()}. */
        public int label(int i) {
            return labels[i];
        }

        /** The classes of some items. */
        public int[] labels(int[] items) {
            return Arrays.stream(items).map(i -> labels[i]).toArray();
        }

        /** How many of these items each class has. */
        public int[] counts(int[] items) {
            var counts = new int[classNames.size()];
            for (int i : items) {
                counts[labels[i]]++;
            }
            return counts;
        }
    }

    /** Each item has a number, in the unit of the data. Immutable. */
    final class Regression implements Task {
        private final String targetName;
        private final double[] targets;

        /**
         * @param targetName what the number is called: the column's name
         * @param targets of each item, finite
         * @throws IllegalArgumentException if one is not finite
         */
        public Regression(String targetName, double[] targets) {
            this.targetName = targetName;
            this.targets = targets.clone();
            for (double target : targets) {
                if (!Double.isFinite(target)) {
                    throw new IllegalArgumentException("target " + target + ": must be finite");
                }
            }
        }

        @Override
        public Kind kind() {
            return Kind.REGRESSION;
        }

        @Override
        public int size() {
            return targets.length;
        }

        /** What the number is called. */
        public String targetName() {
            return targetName;
        }

        /** The number of item {@code i}, in the unit of the data. */
        public double target(int i) {
            return targets[i];
        }

        /** The numbers of some items. */
        public double[] targets(int[] items) {
            return Arrays.stream(items).mapToDouble(i -> targets[i]).toArray();
        }
    }

    /**
     * Items like the known ones are to be made.
     *
     * @param classes of the items, where they are known: nothing is predicted, but who knows classes knows what to look at
     */
    record Generation(int size, Optional<Classification> classes) implements Task {
        @Override
        public Kind kind() {
            return Kind.GENERATION;
        }
    }

    /** Nothing but the items themselves is known: what can be learnt is to make them again. */
    record Reconstruction(int size) implements Task {
        @Override
        public Kind kind() {
            return Kind.RECONSTRUCTION;
        }
    }
}
