package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.tensor.Normalizations;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Map;

/**
 * A layer whose kernel is divided by its largest singular value, so that what comes out changes no more than what goes in
 * (Miyato et al. 2018, algorithm 1): one step of the power method each time while training, from the vector of the last time.
 * The kernel is seen as a matrix with a row for each output.
 *
 * @param inner a layer with a weight named "kernel"
 */
public record SpectralNorm(Layer inner) implements Layer {
    static final Kind KIND = new Kind(
            "spectral_norm",
            fields -> new SpectralNorm(Layers.fromForm(fields.list("inner")).get(0)));

    private static final String KERNEL = "kernel";
    private static final String VECTOR = "vector";
    private static final String INNER = "inner";

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings().with(INNER, Layers.toForm(List.of(inner))).done();
    }

    @Override
    public Map<String, List<Layer>> parts() {
        return Map.of(INNER, List.of(inner));
    }

    @Override
    public Shape after(Shape in) {
        return inner.after(in);
    }

    @Override
    public List<Statistic> statistics(Shape in) {
        return List.of(new Statistic(VECTOR, kernel(in).shape().get(0), 1));
    }

    private Weight kernel(Shape in) {
        return inner.weights(in).stream()
                .filter(weight -> weight.name().equals(KERNEL))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "spectral_norm", inner.kind(), "needs a layer with a kernel", "dense?"));
    }

    /** The inner layer counts its own. */
    @Override
    public long made(Shape in, int bytesPerNumber) {
        return 0;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        var own = weights.part(INNER).get(0);
        var kernel = Normalizations.spectral(own.get(KERNEL), weights.get(VECTOR), pass.training());
        return inner.forward(x, own.with(KERNEL, kernel), pass);
    }

    /** What judges made images stays at home. */
    @Override
    public Flow write(Flow x, Place place) {
        throw new InvalidInputException(
                "layer",
                kind(),
                "is not handed over to other tools: it stands in a network that judges while another learns to draw",
                "the network that draws?");
    }
}
