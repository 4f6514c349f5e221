package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.WhileTraining;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import java.util.List;
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

    /** What is left; the mask is small. */
    @Override
    public long made(Shape in, int bytesPerNumber) {
        return rate > 0 ? in.size() : 0;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return pass.training() && rate > 0 ? x.withFree(Operations.channelDropout(x.values(), rate, pass.draws())) : x;
    }

    @Override
    public Flow write(Flow x, Place place) {
        return rate > 0 ? x.with(place.apply(WhileTraining.dropout(rate, shape(place.in())), x.values())) : x;
    }

    /** What falls together: a channel in all its places. */
    private static List<Integer> shape(Shape in) {
        return in instanceof Shape.Image
                ? List.of(1, 1, 0, 0)
                : in instanceof Shape.Sequence ? List.of(1, 0, 1) : List.of(1, 1);
    }
}
