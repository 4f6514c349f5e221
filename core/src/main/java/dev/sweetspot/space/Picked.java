package dev.sweetspot.space;

import java.util.List;
import java.util.OptionalLong;

/** Some of the values of an axis, in its order: each with the share of the new interval that it had of the old among these. */
final class Picked<T> implements Axis<T> {
    private final List<T> values;
    private final double[] ends;

    Picked(Axis<T> whole, List<T> values) {
        this.values = List.copyOf(values);
        this.ends = new double[values.size()];
        double sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += whole.weight(values.get(i));
            ends[i] = sum;
        }
        for (int i = 0; i < ends.length; i++) {
            ends[i] /= sum;
        }
    }

    private double begin(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    @Override
    public double encode(T value) {
        int index = values.indexOf(value);
        return index < 0 ? 0.5 : (begin(index) + ends[index]) / 2;
    }

    @Override
    public T decode(double coordinate) {
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (coordinate < ends[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values.get(low);
    }

    @Override
    public double weight(T value) {
        int index = values.indexOf(value);
        return index < 0 ? 0 : ends[index] - begin(index);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(values.size());
    }

    @Override
    public T at(long index) {
        return values.get((int) index);
    }
}
