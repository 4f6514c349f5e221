package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The arithmetic of losses, in 32 bits: one number an example. Outputs are N x outputs of any precision; targets are N
 * class numbers where classes are spoken of, else N x outputs.
 */
public final class LossOperations {
    private static final long NO_REDUCTION = 0;
    private static final long NO_IGNORED_LABEL = -100;
    private static final long[] ROWS = {1};
    private static final long[] OTHERS = {2};

    private LossOperations() {}

    /** {@code -sum_c t_c ln softmax(x)_c}; the target is spread as {@link Operations#crossEntropy} says. */
    public static Tensor crossEntropy(Tensor logits, Tensor labels, double smoothing) {
        return new Tensor(torch.cross_entropy_loss(
                floats(logits), labels.handle(), new TensorOptional(), NO_REDUCTION, NO_IGNORED_LABEL, smoothing));
    }

    /**
     * Cross-entropy of what is still in doubt: {@code -(1 - p)^gamma ln p} with p the probability of the label's class (Lin et
     * al. 2017, equation 4, for several classes).
     */
    public static Tensor focal(Tensor logits, Tensor labels, double gamma) {
        try (var power = new Scalar(gamma);
                var least = new Scalar(1e-7)) {
            var logarithm = torch.log_softmax(floats(logits), 1);
            // A probability that rounds to 1 must leave a gradient of 0, not NaN.
            var doubt = logarithm.expm1().neg().clamp_min(least);
            var targets = indicators(labels, logits.shape()[1]).handle();
            return new Tensor(sum(doubt.pow(power).mul(logarithm).mul(targets)).neg());
        }
    }

    /**
     * The mean over classes of {@code -t_c ln s_c - (1 - t_c) ln (1 - s_c)} with s the sigmoid of x: a yes-or-no question for
     * each class. Targets are 0 and 1, moved towards the half by a share of it.
     */
    public static Tensor binaryCrossEntropy(Tensor logits, Tensor labels, double smoothing) {
        var targets = indicators(labels, logits.shape()[1]).handle();
        try (var factor = new Scalar(1 - smoothing);
                var shift = new Scalar(smoothing / 2)) {
            targets = targets.mul(factor).add(shift);
        }
        return new Tensor(mean(torch.binary_cross_entropy_with_logits(
                floats(logits), targets, new TensorOptional(), new TensorOptional(), NO_REDUCTION)));
    }

    /**
     * The mean over outputs of {@code -t ln s - (1 - t) ln (1 - s)} with s the sigmoid of x.
     *
     * @param shares N x outputs, from 0 to 1; what a change made darker than black or lighter than white counts as these
     */
    public static Tensor unitCrossEntropy(Tensor logits, Tensor shares) {
        try (var least = new Scalar(0.0);
                var most = new Scalar(1.0)) {
            var targets = shares.handle().clamp_min(least).clamp_max(most);
            return new Tensor(mean(torch.binary_cross_entropy_with_logits(
                    floats(logits), targets, new TensorOptional(), new TensorOptional(), NO_REDUCTION)));
        }
    }

    /**
     * {@code sum_c max(0, 1 - x_y + x_c) / C} over the classes c other than the label y (Weston and Watkins 1999); where the
     * target has shares of several classes, the sum over these with their shares.
     */
    public static Tensor hinge(Tensor scores, Tensor labels) {
        var x = floats(scores);
        var targets = indicators(labels, scores.shape()[1]).handle();
        try (var one = new Scalar(1.0)) {
            var shortfall =
                    x.unsqueeze(1).sub(x.unsqueeze(2)).add(one).relu().sum(OTHERS, false, new ScalarTypeOptional());
            // The class itself is 1 short of its own margin.
            return new Tensor(mean(shortfall.sub(one).mul(targets)));
        }
    }

    /** {@code sum_c (exp(x_c) - y_c x_c) / C}. */
    public static Tensor poisson(Tensor x, Tensor y) {
        return new Tensor(mean(x.handle().exp().sub(y.handle().mul(x.handle()))));
    }

    /** {@code sum_c |x_c - y_c| / C}. */
    public static Tensor distances(Tensor x, Tensor y) {
        return new Tensor(mean(x.handle().sub(y.handle()).abs()));
    }

    /**
     * The mean over outputs of {@code (x - y)^2 / 2} up to a difference of delta, and {@code delta (|x - y| - delta / 2)} beyond
     * it (Huber 1964).
     */
    public static Tensor huber(Tensor x, Tensor y, double delta) {
        return new Tensor(mean(torch.huber_loss(x.handle(), y.handle(), NO_REDUCTION, delta)));
    }

    /** {@code sum_c (x_c - y_c)^2 / C}. */
    public static Tensor squares(Tensor x, Tensor y) {
        var difference = x.handle().sub(y.handle());
        return new Tensor(mean(difference.mul(difference)));
    }

    /** The mean over a batch, {@code sum(loss) / N}. */
    public static Tensor mean(Tensor losses) {
        return new Tensor(losses.handle().mean());
    }

    /** The weighted mean over a batch, {@code sum(w loss) / N}. */
    public static Tensor mean(Tensor losses, Tensor weights) {
        return new Tensor(losses.handle().mul(weights.handle()).mean());
    }

    /** 1 for the class of each label, 0 for the others: N x classes; targets that are N x classes already as they are. */
    public static Tensor indicators(Tensor labels, long classes) {
        return shared(labels)
                ? labels
                : new Tensor(torch.one_hot(labels.handle(), classes).to(ElementType.FLOAT32.nativeType()));
    }

    /**
     * The weight of each example, {@code sum_c t_c w_c}.
     *
     * @param weights one a class
     * @param targets N class numbers, or the shares of the classes, N x classes
     */
    public static Tensor ofTargets(Tensor weights, Tensor targets) {
        return new Tensor(
                shared(targets)
                        ? targets.handle().matmul(weights.handle())
                        : weights.handle().index_select(0, targets.handle()));
    }

    private static boolean shared(Tensor targets) {
        return targets.handle().dim() == 2;
    }

    /** Each row divided by its sum. */
    public static Tensor shares(Tensor x) {
        return new Tensor(x.handle().div(x.handle().sum(ROWS, true, new ScalarTypeOptional())));
    }

    /** e to the power of each. */
    public static Tensor exponential(Tensor x) {
        return new Tensor(x.handle().exp());
    }

    /** The natural logarithm of each; of 0, minus infinity. */
    public static Tensor logarithm(Tensor x) {
        return new Tensor(x.handle().log());
    }

    private static org.bytedeco.pytorch.Tensor floats(Tensor x) {
        return x.as(ElementType.FLOAT32).handle();
    }

    private static org.bytedeco.pytorch.Tensor sum(org.bytedeco.pytorch.Tensor x) {
        return x.sum(ROWS, false, new ScalarTypeOptional());
    }

    private static org.bytedeco.pytorch.Tensor mean(org.bytedeco.pytorch.Tensor x) {
        return x.mean(ROWS, false, new ScalarTypeOptional());
    }
}
