package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Recurrence;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Recurrences;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/**
 * Gated recurrent units (Cho et al. 2014), with the reset gate behind the product: a smaller {@link Lstm}.
 *
 * @param units at least 1
 * @param bidirectional whether a second one reads from the end to the beginning; twice as many channels come out
 * @param sequence whether what it thinks at each time comes out, or what it thinks at the end alone
 */
public record Gru(int units, boolean bidirectional, boolean sequence) implements Layer {
    static final Kind KIND = new Kind(
            "gru",
            fields -> new Gru(
                    fields.integer("units"),
                    fields.findTruth("bidirectional").orElse(false),
                    fields.findTruth("sequence").orElse(false)));

    /** Checks the ranges. */
    public Gru {
        Settings.atLeast(1, "units", units, "64?");
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings()
                .with("units", units)
                .with("bidirectional", Form.of(bidirectional))
                .with("sequence", Form.of(sequence))
                .done();
    }

    @Override
    public Shape after(Shape in) {
        return Recurrent.after(this, in, bidirectional ? 2 * units : units, sequence);
    }

    @Override
    public List<Weight> weights(Shape in) {
        return Recurrent.weights(in.channels(), units, bidirectional, 0, 0, 0);
    }

    @Override
    public long made(Shape in, int bytesPerNumber) {
        return Recurrent.made(in, bidirectional ? 2 * units : units, after(in), 8);
    }

    /** At each moment of what goes in, also where only the last one comes out. */
    @Override
    public long products(Shape in) {
        return Weight.inKernels(weights(in)) * in.places();
    }

    @Override
    public long workspace(int bytesPerNumber) {
        return Recurrent.workspace(bytesPerNumber);
    }

    /**
     * In 32 bits, whatever the others have: the engine goes from time to time in many small operations, which take a third longer
     * in 16 bits. An {@link Lstm} is one operation, and takes half the time in 16 bits.
     */
    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return Recurrent.forward(Recurrences::gru, x, weights, pass.with(ElementType.FLOAT32), bidirectional, sequence);
    }

    @Override
    public Flow write(Flow x, Place place) {
        return Recurrent.write(new Recurrence(Recurrence.Cell.GRU, units), x, place, bidirectional, sequence);
    }
}
