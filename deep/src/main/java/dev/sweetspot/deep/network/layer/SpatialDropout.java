package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.Map;

/**
 * Drops whole channels of an image or a sequence at random while training: neighbours say the same, so that single numbers
 * are no loss (Tompson et al. 2015).
 *
 * @param rate the share that is dropped, from 0 to below 1
 */
public record SpatialDropout(double rate) implements Layer {
    static final Kind KIND = new Kind("spatial_dropout", fields -> new SpatialDropout(fields.number("rate")));

    /** Checks the ranges. */
    public SpatialDropout {
        Settings.share("dropout", rate, "0.2?");
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

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return pass.training() && rate > 0 ? x.withFree(Operations.channelDropout(x.values(), rate, pass.draws())) : x;
    }
}
