package dev.sweetspot.studio.project;

/** Who says that an image is of its category. */
public sealed interface LabelSource {
    /** A person, one by one or many at once. */
    record Person() implements LabelSource {}

    /**
     * The folder or the table from which it came.
     *
     * @param from what that is called
     */
    record Imported(String from) implements LabelSource {}

    /**
     * A model, and a person who accepted what it predicted.
     *
     * @param model what the model is called
     * @param probability of the category, from 0 to 1, as the model saw it
     */
    record Accepted(String model, double probability) implements LabelSource {
        /** Checks the range. */
        public Accepted {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability = " + probability + ": must be from 0 to 1");
            }
        }
    }
}
