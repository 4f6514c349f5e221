package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.tensor.Contest;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;

/**
 * Least squares (Mao et al. 2017, equation 9), with one-sided label smoothing a: the discriminator's is {@code (D(x) - 1 +
 * a)^2 / 2 + D(y)^2 / 2}, the generator's {@code (D(y) - 1)^2 / 2}.
 *
 * @param smoothing a, from 0 to below 1
 */
public record LeastSquares(double smoothing) implements AdversarialLoss {
    /** As usual. */
    public LeastSquares() {
        this(LossCoefficients.LABEL_SMOOTHING.defaultValue());
    }

    @Override
    public String name() {
        return "least_squares";
    }

    @Override
    public String help() {
        return "goes by the square of how far the discriminator is off, so that images that are taken for real and look odd "
                + "still count";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LossCoefficients.LABEL_SMOOTHING);
    }

    @Override
    public LeastSquares with(Configuration configuration) {
        return new LeastSquares(
                configuration.find(LossCoefficients.LABEL_SMOOTHING).orElse(smoothing));
    }

    @Override
    public Tensor ofDiscriminator(Tensor real, Tensor drawn) {
        return Operations.sum(Contest.halfSquare(real, 1 - smoothing), Contest.halfSquare(drawn, 0));
    }

    @Override
    public Tensor ofGenerator(Tensor drawn) {
        return Contest.halfSquare(drawn, 1);
    }
}
