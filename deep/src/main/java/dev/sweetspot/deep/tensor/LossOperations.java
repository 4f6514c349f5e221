package dev.sweetspot.deep.tensor;

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

    private LossOperations() {}

    /** {@code -sum_c t_c ln softmax(x)_c}; the target is spread as {@link Operations#crossEntropy} says. */
    public static Tensor crossEntropy(Tensor logits, Tensor labels, double smoothing) {
        return new Tensor(torch.cross_entropy_loss(
                floats(logits), labels.handle(), new TensorOptional(), NO_REDUCTION, NO_IGNORED_LABEL, smoothing));
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

    private static org.bytedeco.pytorch.Tensor floats(Tensor x) {
        return x.as(ElementType.FLOAT32).handle();
    }

    private static org.bytedeco.pytorch.Tensor mean(org.bytedeco.pytorch.Tensor x) {
        return x.mean(ROWS, false, new ScalarTypeOptional());
    }
}
