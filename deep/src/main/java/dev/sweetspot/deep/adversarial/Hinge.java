package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.tensor.Contest;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;

/**
 * The hinge loss (Lim and Ye 2017; Miyato et al. 2018, equations 16 and 17): the discriminator's is {@code max(0, 1 - D(x)) +
 * max(0, 1 + D(y))}, the generator's {@code -D(y)}.
 */
public record Hinge() implements AdversarialLoss {
    @Override
    public String name() {
        return "hinge";
    }

    @Override
    public String help() {
        return "lets the discriminator rest where it is sure enough; goes well with spectral normalization";
    }

    @Override
    public Hinge with(Configuration configuration) {
        return this;
    }

    @Override
    public Tensor ofDiscriminator(Tensor real, Tensor drawn) {
        return Operations.sum(Contest.shortfall(real, 1), Contest.shortfall(drawn, -1));
    }

    @Override
    public Tensor ofGenerator(Tensor drawn) {
        return Contest.mean(drawn, -1);
    }
}
