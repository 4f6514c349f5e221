package dev.sweetspot.deep.graph;

import java.util.List;

/** Numbers that belong to a graph: weights, running statistics, and by what inputs are scaled. */
public final class Constant {
    private final List<Integer> shape;
    private final float[] values;
    private final boolean trained;

    /**
     * @param shape none for a single number
     * @param values in row-major order; not copied
     * @param trained whether training changes it by its gradient
     */
    public Constant(List<Integer> shape, float[] values, boolean trained) {
        long size = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (size != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill " + shape);
        }
        this.shape = List.copyOf(shape);
        this.values = values;
        this.trained = trained;
    }

    /** A row that is not trained. */
    public static Constant row(float... values) {
        return new Constant(List.of(values.length), values, false);
    }

    /** Its shape. */
    public List<Integer> shape() {
        return shape;
    }

    /** Its values in row-major order; not to be changed. */
    public float[] values() {
        return values;
    }

    /** Whether training changes it by its gradient. */
    public boolean trained() {
        return trained;
    }
}
