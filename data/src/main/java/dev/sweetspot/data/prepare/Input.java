package dev.sweetspot.data.prepare;

/** What was learnt of one column: which numbers a network gets in its place. */
sealed interface Input permits NumberInput, CategoryInput {
    /** The name of the column. */
    String name();

    /** How many numbers a network gets; 0 for categories that never occurred. */
    int width();

    /** What one of these numbers is called, in words. */
    String inputName(int i);
}
