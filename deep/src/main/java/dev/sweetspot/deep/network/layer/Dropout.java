package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.WhileTraining;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.Map;

/**
 * Drops numbers at random while training, and makes the others larger by as much (Srivastava et al. 2014).
 *
 * @param rate the share that is dropped, from 0 to below 1
 */
public record Dropout(double rate) implements Layer {
    static final Kind KIND = new Kind("dropout", fields -> new Dropout(fields.number("rate")));

    /** Checks the range. */
    public Dropout {
        Settings.share("dropout", rate, "0.3?");
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("rate", Form.of(rate)).done();
    }

    @Override
    public Shape after(Shape in) {
        return in;
    }

    /** The mask, and what is left. */
    @Override
    public long made(Shape in, int bytesPerNumber) {
        return rate > 0 ? 2L * in.size() : 0;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return pass.training() && rate > 0 ? x.withFree(Operations.dropout(x.values(), rate, pass.draws())) : x;
    }

    @Override
    public Flow write(Flow x, Place place) {
        return rate > 0 ? x.with(place.apply(WhileTraining.dropout(rate), x.values())) : x;
    }
}
