package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.tensor.Contest;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;

/**
 * The loss of Goodfellow et al. 2014 with the generator's as section 3 advises, and one-sided label smoothing a (Salimans et
 * al. 2016): the discriminator's is {@code -(1 - a) ln s(D(x)) - a ln (1 - s(D(x))) - ln (1 - s(D(y)))}, the generator's
 * {@code -ln s(D(y))}.
 *
 * @param smoothing a, from 0 to below 1
 */
public record NonSaturating(double smoothing) implements AdversarialLoss {
    /** As usual. */
    public NonSaturating() {
        this(LossCoefficients.LABEL_SMOOTHING.defaultValue());
    }

    @Override
    public String name() {
        return "non_saturating";
    }

    @Override
    public String help() {
        return "is the usual one: the discriminator says how probable it is that an image is real, and the generator wants "
                + "a high probability for its own";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LossCoefficients.LABEL_SMOOTHING);
    }

    @Override
    public NonSaturating with(Configuration configuration) {
        return new NonSaturating(
                configuration.find(LossCoefficients.LABEL_SMOOTHING).orElse(smoothing));
    }

    @Override
    public Tensor ofDiscriminator(Tensor real, Tensor drawn) {
        return Operations.sum(Contest.doubt(real, 1 - smoothing), Contest.doubt(drawn, 0));
    }

    @Override
    public Tensor ofGenerator(Tensor drawn) {
        return Contest.doubt(drawn, 1);
    }
}
