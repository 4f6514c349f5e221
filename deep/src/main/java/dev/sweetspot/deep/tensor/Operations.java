package dev.sweetspot.deep.tensor;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The arithmetic of layers. Images are N x C x H x W with channels last in memory; gradients are recorded unless
 * {@link Gradients#off} is open.
 */
public final class Operations {
    private static final long[] ONES = {1, 1};
    private static final long[] ZEROS = {0, 0};
    private static final long MEAN_REDUCTION = 1;
    private static final long NO_IGNORED_LABEL = -100;

    private Operations() {}

    /**
     * Two-dimensional convolution.
     *
     * @param x N x C x H x W
     * @param kernel filters x C / groups x height x width
     * @param bias one a filter
     */
    public static Tensor convolution(Tensor x, Tensor kernel, Tensor bias, int stride, int padding, int groups) {
        return convolution(x, kernel, new TensorOptional(bias.handle()), stride, padding, groups);
    }

    /** Convolution without a bias, where a normalisation follows that would take it away again. */
    public static Tensor convolution(Tensor x, Tensor kernel, int stride, int padding, int groups) {
        return convolution(x, kernel, new TensorOptional(), stride, padding, groups);
    }

    private static Tensor convolution(
            Tensor x, Tensor kernel, TensorOptional bias, int stride, int padding, int groups) {
        return new Tensor(torch.conv2d(
                x.handle(),
                kernel.handle(),
                bias,
                new long[] {stride, stride},
                new long[] {padding, padding},
                ONES,
                groups));
    }

    /** x (N x inputs) times kernel (units x inputs) transposed, plus bias (units). */
    public static Tensor dense(Tensor x, Tensor kernel, Tensor bias) {
        return new Tensor(torch.linear(x.handle(), kernel.handle(), new TensorOptional(bias.handle())));
    }

    /**
     * Batch normalisation (Ioffe and Szegedy 2015), on N x C or N x C x H x W; always computed on 32-bit statistics.
     *
     * @param mean running mean, updated in place while training
     * @param variance running variance (unbiased), likewise
     * @param training whether to use the batch's own statistics and update the running ones
     * @param momentum the share of the new batch in the running statistics
     */
    public static Tensor batchNorm(
            Tensor x,
            Tensor scale,
            Tensor shift,
            Tensor mean,
            Tensor variance,
            boolean training,
            double momentum,
            double epsilon) {
        return new Tensor(torch.batch_norm(
                x.handle(),
                new TensorOptional(scale.handle()),
                new TensorOptional(shift.handle()),
                new TensorOptional(mean.handle()),
                new TensorOptional(variance.handle()),
                training,
                momentum,
                epsilon,
                false));
    }

    /** max(x, 0). */
    public static Tensor relu(Tensor x) {
        return new Tensor(torch.relu(x.handle()));
    }

    /** max(x, 0), in place, as the same tensor: x must not be needed again. */
    public static Tensor reluOver(Tensor x) {
        torch.relu_(x.handle());
        return x;
    }

    /** a * b, element by element; a side of 1 counts for all places of the other. */
    public static Tensor product(Tensor a, Tensor b) {
        return new Tensor(a.handle().mul(b.handle()));
    }

    /** One number for each channel, N x C or C, as it multiplies images: N x C x 1 x 1. */
    public static Tensor overImage(Tensor channels) {
        return new Tensor(channels.handle().unsqueeze(-1).unsqueeze(-1));
    }

    /** One number for each channel of each sequence, N x C, as it multiplies N x T x C: N x 1 x C. */
    public static Tensor overTime(Tensor channels) {
        return new Tensor(channels.handle().unsqueeze(1));
    }

    /** a + b, element by element. */
    public static Tensor sum(Tensor a, Tensor b) {
        return new Tensor(a.handle().add(b.handle()));
    }

    /** x where positive, else slope * x. */
    public static Tensor leakyRelu(Tensor x, double slope) {
        return new Tensor(torch.leaky_relu(x.handle(), new Scalar(slope)));
    }

    /** x where positive, else exp(x) - 1. */
    public static Tensor elu(Tensor x) {
        return new Tensor(torch.elu(x.handle()));
    }

    /** x times the normal distribution function of x. */
    public static Tensor gelu(Tensor x) {
        return new Tensor(torch.gelu(x.handle()));
    }

    /** x * sigmoid(x). */
    public static Tensor silu(Tensor x) {
        return new Tensor(torch.silu(x.handle()));
    }

    /** Hyperbolic tangent. */
    public static Tensor tanh(Tensor x) {
        return new Tensor(torch.tanh(x.handle()));
    }

    /** 1 / (1 + exp(-x)). */
    public static Tensor sigmoid(Tensor x) {
        return new Tensor(torch.sigmoid(x.handle()));
    }

    /** 1.0507 times x where positive, 1.7581 (exp(x) - 1) elsewhere. */
    public static Tensor selu(Tensor x) {
        return new Tensor(torch.selu(x.handle()));
    }

    /** x tanh(softplus(x)). */
    public static Tensor mish(Tensor x) {
        return new Tensor(torch.mish(x.handle()));
    }

    /** ln(1 + exp(x)); x itself above 20. */
    public static Tensor softplus(Tensor x) {
        return new Tensor(torch.softplus(x.handle()));
    }

    /** min(max(x, 0), 6). */
    public static Tensor relu6(Tensor x) {
        return new Tensor(torch.relu6(x.handle()));
    }

    /** x min(max(x + 3, 0), 6) / 6. */
    public static Tensor hardSwish(Tensor x) {
        return new Tensor(torch.hardswish(x.handle()));
    }

    /** The largest of each size x size tile; what is left over at the right and lower edge is dropped. */
    public static Tensor maxPool(Tensor x, int size) {
        var window = new long[] {size, size};
        return new Tensor(torch.max_pool2d(x.handle(), window, window, ZEROS, ONES, false));
    }

    /** The mean of each channel over the whole image: N x C x H x W to N x C. */
    public static Tensor globalAverage(Tensor x) {
        return new Tensor(torch.adaptive_avg_pool2d(x.handle(), 1, 1).flatten(1, -1));
    }

    /** N x C x H x W to N x (H W C), in the order of memory: a view, no copy. */
    public static Tensor flatten(Tensor x) {
        return new Tensor(x.handle().permute(0, 2, 3, 1).flatten(1, -1));
    }

    /**
     * Sets each element to 0 with a probability and scales the others by 1 / (1 - rate) (Srivastava et al. 2014).
     *
     * @param draws the network's own generator
     */
    public static Tensor dropout(Tensor x, double rate, Draws draws) {
        return masked(x, torch.empty_like(x.handle()), rate, draws);
    }

    /** Dropout of whole channels (Tompson et al. 2015): neighbouring pixels say the same, so single ones are no loss. */
    public static Tensor channelDropout(Tensor x, double rate, Draws draws) {
        long count = x.handle().size(0);
        long dim = x.handle().dim();
        var shape = dim == 4
                ? new long[] {count, x.handle().size(1), 1, 1}
                : dim == 3
                        ? new long[] {count, 1, x.handle().size(2)}
                        : new long[] {count, x.handle().size(1)};
        return masked(x, torch.empty(shape, x.handle().options(), null), rate, draws);
    }

    /** Dropout of whole items of the batch: stochastic depth, where x is what a block adds (Huang et al. 2016). */
    public static Tensor itemDropout(Tensor x, double rate, Draws draws) {
        var shape = new long[(int) x.handle().dim()];
        Arrays.fill(shape, 1);
        shape[0] = x.handle().size(0);
        return masked(x, torch.empty(shape, x.handle().options(), null), rate, draws);
    }

    /** x plus a normal draw of mean 0 for each element. */
    public static Tensor noise(Tensor x, double deviation, Draws draws) {
        var noise = Tensor.zeros(ElementType.FLOAT32, x.size());
        draws.fillNormal(noise.handle(), deviation);
        var shaped = torch.empty_like(x.handle());
        // In the order of memory, whatever that is: every element has a draw of its own.
        new Tensor(shaped.as_strided(new long[] {x.size()}, new long[] {1})).set(noise);
        return new Tensor(x.handle().add(shaped));
    }

    private static Tensor masked(Tensor x, org.bytedeco.pytorch.Tensor mask, double rate, Draws draws) {
        draws.fillMask(mask, rate);
        return new Tensor(x.handle().mul(mask));
    }

    /**
     * Mean cross-entropy of a batch, in 32 bits.
     *
     * @param logits N x classes
     * @param labels N class numbers
     * @param smoothing the share of the target that is spread evenly over all classes (Szegedy et al. 2016), 0 to 1
     */
    public static Tensor crossEntropy(Tensor logits, Tensor labels, double smoothing) {
        return new Tensor(torch.cross_entropy_loss(
                logits.as(ElementType.FLOAT32).handle(),
                labels.handle(),
                new TensorOptional(),
                MEAN_REDUCTION,
                NO_IGNORED_LABEL,
                smoothing));
    }

    /** Probabilities from logits, row by row, in 32 bits. */
    public static Tensor softmax(Tensor logits) {
        return new Tensor(torch.softmax(logits.as(ElementType.FLOAT32).handle(), 1));
    }
}
