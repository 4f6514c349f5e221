package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Recurrence;
import dev.sweetspot.deep.tensor.Recurrences;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997): reads a sequence and remembers what it needs. Its forget gates
 * begin open (Jozefowicz et al. 2015).
 *
 * @param units at least 1
 * @param bidirectional whether a second one reads from the end to the beginning; twice as many channels come out
 * @param sequence whether what it thinks at each time comes out, or what it thinks at the end alone
 */
public record Lstm(int units, boolean bidirectional, boolean sequence) implements Layer {
    static final Kind KIND = new Kind(
            "lstm",
            fields -> new Lstm(
                    fields.integer("units"),
                    fields.findTruth("bidirectional").orElse(false),
                    fields.findTruth("sequence").orElse(false)));

    /** Checks the ranges. */
    public Lstm {
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
        return Recurrent.weights(in.channels(), units, bidirectional, 0, 1, 0, 0);
    }

    @Override
    public long made(Shape in, int bytesPerNumber) {
        return Recurrent.made(in, bidirectional ? 2 * units : units, after(in), 6);
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

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return Recurrent.forward(Recurrences::lstm, x, weights, pass, bidirectional, sequence);
    }

    @Override
    public Flow write(Flow x, Place place) {
        return Recurrent.write(new Recurrence(Recurrence.Cell.LSTM, units), x, place, bidirectional, sequence);
    }
}
