package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.tensor.Contest;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;

/**
 * The Wasserstein loss (Arjovsky, Chintala and Bottou 2017, algorithm 1): the discriminator's is {@code D(y) - D(x)}, the
 * generator's {@code -D(y)}; every weight of the discriminator is brought into {@code [-c, c]} after each of its steps.
 *
 * @param clip c, above 0
 */
public record Wasserstein(double clip) implements AdversarialLoss {
    /** As in the paper. */
    public Wasserstein() {
        this(LossCoefficients.WEIGHT_CLIP.defaultValue());
    }

    @Override
    public String name() {
        return "wasserstein";
    }

    @Override
    public String help() {
        return "lets the discriminator score images without an end, its numbers being kept small; wants several "
                + "discriminator.steps";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LossCoefficients.WEIGHT_CLIP);
    }

    @Override
    public Wasserstein with(Configuration configuration) {
        return new Wasserstein(configuration.find(LossCoefficients.WEIGHT_CLIP).orElse(clip));
    }

    @Override
    public Tensor ofDiscriminator(Tensor real, Tensor drawn) {
        return Operations.sum(Contest.mean(drawn, 1), Contest.mean(real, -1));
    }

    @Override
    public Tensor ofGenerator(Tensor drawn) {
        return Contest.mean(drawn, -1);
    }

    @Override
    public void restrain(Tensor weights) {
        Contest.clip(weights, clip);
    }
}
