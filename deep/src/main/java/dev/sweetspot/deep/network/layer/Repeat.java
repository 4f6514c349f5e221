package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.RepeatRow;
import dev.sweetspot.deep.tensor.Sequences;
import dev.sweetspot.form.Form;
import java.util.Map;

/**
 * A row as a sequence that says it again at each time: what a decoder writes a series from (Srivastava, Mansimov and
 * Salakhutdinov 2015, without a condition).
 *
 * @param times at least 1
 */
public record Repeat(int times) implements Layer {
    static final Kind KIND = new Kind("repeat", fields -> new Repeat(fields.integer("times")));

    /** Checks the ranges. */
    public Repeat {
        Settings.atLeast(1, "times", times, "");
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("times", times).done();
    }

    @Override
    public Shape after(Shape in) {
        if (in instanceof Shape.Row) {
            return new Shape.Sequence(times, in.size());
        }
        throw new DoesNotFit(this, in, "needs a row of numbers", "put flatten or global_average before it?");
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return Signal.of(Sequences.repeated(x.values(), times));
    }

    @Override
    public Flow write(Flow x, Place place) {
        return Flow.of(place.apply(new RepeatRow(times), x.values()));
    }
}
