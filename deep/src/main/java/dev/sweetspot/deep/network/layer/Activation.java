package dev.sweetspot.deep.network.layer;

import dev.sweetspot.form.Form;
import java.util.Locale;
import java.util.Map;

/** A function of each number. */
public record Activation(ActivationFunction function) implements Layer {
    static final Kind KIND = new Kind(
            "activation",
            fields -> new Activation(
                    ActivationFunction.valueOf(fields.text("function").toUpperCase(Locale.ROOT))));

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with("function", Form.of(function.word())).done();
    }

    @Override
    public Shape after(Shape in) {
        return in;
    }

    @Override
    public long made(Shape in, int bytesPerNumber) {
        return function == ActivationFunction.RELU ? 0 : in.size();
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        return x.with(x.free() ? function.over(x.values()) : function.of(x.values()));
    }

    /** The largest of rising values is the value of the largest: the same bits for a quarter of the work. */
    @Override
    public boolean commutesWith(Layer next) {
        return function == ActivationFunction.RELU && next instanceof MaxPool;
    }

    @Override
    public Flow write(Flow x, Place place) {
        return x.with(place.apply(function.operation(), x.values()));
    }
}
