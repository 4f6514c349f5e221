package dev.sweetspot.data;

/**
 * What rows are called: by their number as a spreadsheet shows it, where the header is row 1. Those of a separate test
 * file stand behind the others. Immutable.
 */
public final class RowNames {
    private final int[] numbers;
    private final int testFrom;

    /**
     * @param numbers of each row, at least 1
     * @param testFrom from this place on rows are of the test file
     */
    public RowNames(int[] numbers, int testFrom) {
        this.numbers = numbers.clone();
        this.testFrom = testFrom;
    }

    /** How many rows there are. */
    public int size() {
        return numbers.length;
    }

    /** "row 17", or "test row 17". */
    public String of(int i) {
        return (i < testFrom ? "row " : "test row ") + numbers[i];
    }
}
