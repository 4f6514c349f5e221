package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The arithmetic of two networks that play against each other, in 32 bits: one number a batch. */
public final class Contest {
    private static final long MEAN_REDUCTION = 1;

    private Contest() {}

    /** The mean of {@code -t ln s(x) - (1 - t) ln (1 - s(x))} with s the sigmoid. */
    public static Tensor doubt(Tensor x, double target) {
        var scores = floats(x);
        try (var value = new Scalar(target)) {
            return new Tensor(torch.binary_cross_entropy_with_logits(
                    scores,
                    torch.full_like(scores, value),
                    new TensorOptional(),
                    new TensorOptional(),
                    MEAN_REDUCTION));
        }
    }

    /** The mean of {@code (x - t)^2 / 2}. */
    public static Tensor halfSquare(Tensor x, double target) {
        try (var value = new Scalar(target);
                var half = new Scalar(0.5)) {
            var difference = floats(x).sub(value);
            return new Tensor(difference.mul(difference).mul(half).mean());
        }
    }

    /** The mean of {@code max(0, 1 - sign x)}. */
    public static Tensor shortfall(Tensor x, int sign) {
        try (var factor = new Scalar((double) -sign);
                var one = new Scalar(1.0)) {
            return new Tensor(floats(x).mul(factor).add(one).relu().mean());
        }
    }

    /** The mean of {@code sign x}. */
    public static Tensor mean(Tensor x, int sign) {
        try (var factor = new Scalar((double) sign)) {
            return new Tensor(floats(x).mul(factor).mean());
        }
    }

    /** Every number brought into the range from -limit to limit, in place. */
    public static void clip(Tensor x, double limit) {
        try (var low = new org.bytedeco.pytorch.ScalarOptional(new Scalar(-limit));
                var high = new org.bytedeco.pytorch.ScalarOptional(new Scalar(limit))) {
            x.handle().clamp_(low, high);
        }
    }

    private static org.bytedeco.pytorch.Tensor floats(Tensor x) {
        return x.as(ElementType.FLOAT32).handle();
    }
}
