package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Linear;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/**
 * Every output is a weighted sum of all inputs, and a number; of a sequence, at each time by itself.
 *
 * @param units outputs, at least 1
 */
public record Dense(int units) implements Layer {
    static final Kind KIND = new Kind("dense", fields -> new Dense(fields.integer("units")));

    /**
     * Up to so many weights the product itself takes less time than what the engine does around one in 16 bits: 32 rows of 128
     * numbers to 10 take 8 us in 32 bits and 32 us in 16, 784 to 256 take 199 and 119.
     */
    private static final int SMALL = 1 << 15;

    /** Checks the range. */
    public Dense {
        Settings.atLeast(1, "units", units, "32?");
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("units", units).done();
    }

    @Override
    public Shape after(Shape in) {
        if (in instanceof Shape.Row) {
            return new Shape.Row(units);
        }
        if (in instanceof Shape.Sequence sequence) {
            return new Shape.Sequence(sequence.length(), units);
        }
        throw new DoesNotFit(this, in, "needs a row of numbers", "put flatten or global_average before it?");
    }

    @Override
    public List<Weight> weights(Shape in) {
        return List.of(Weight.kernel("kernel", in.channels(), units, units, in.channels()), Weight.bias("bias", units));
    }

    /** In 16 bits the engine makes code of its own for products; measured by {@code NetworkMemory} of the tests. */
    @Override
    public long workspace(int bytesPerNumber) {
        return bytesPerNumber < Float.BYTES ? 10L << 20 : 1L << 20;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        var kernel = weights.get("kernel");
        var bias = weights.get("bias");
        return x.withFree(
                kernel.size() <= SMALL
                        ? Operations.dense(x.values().as(ElementType.FLOAT32), kernel, bias)
                        : Operations.dense(pass.cast(x.values()), pass.cast(kernel), pass.cast(bias)));
    }

    @Override
    public Flow write(Flow x, Place place) {
        var operation = new Linear(place.dimensions());
        return x.with(place.apply(operation, x.values(), place.weight("kernel"), place.weight("bias")));
    }
}
