package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The arithmetic of sequences, N x T x C. Where their lengths are given, what stands behind the end of a sequence is
 * padding: it changes nothing before it, and nothing of another sequence.
 */
public final class Sequences {
    private static final long[] ONES = {1, 1};
    private static final double LOWEST = -3e38;

    private Sequences() {}

    /** 1 up to the end of each sequence and 0 behind it, N x T x 1, in the processor's memory. */
    public static Tensor mask(long[] lengths, long time, ElementType type) {
        var mask = Tensor.zeros(ElementType.FLOAT32, lengths.length, time, 1);
        var values = mask.bytes().asFloatBuffer();
        for (int i = 0; i < lengths.length; i++) {
            for (int t = 0; t < Math.min(time, lengths[i]); t++) {
                values.put(i * (int) time + t, 1);
            }
        }
        return mask.as(type);
    }

    /** 0 behind the end of each sequence. */
    public static Tensor cut(Tensor x, long[] lengths) {
        var mask = mask(lengths, x.handle().size(1), ElementType.FLOAT32).on(x.device());
        return new Tensor(x.handle().masked_fill(mask.handle().lt(new Scalar(0.5)), new Scalar(0.0)));
    }

    /** Each sequence from its end to its beginning; padding stays where it is. */
    public static Tensor reversed(Tensor x, long[] lengths) {
        long count = x.handle().size(0);
        long time = x.handle().size(1);
        var places = new long[(int) (count * time)];
        for (int i = 0; i < count; i++) {
            for (int t = 0; t < time; t++) {
                places[(int) (i * time) + t] = i * time + (t < lengths[i] ? lengths[i] - 1 - t : t);
            }
        }
        return rows(x, places, count, time);
    }

    /** All sequences, none of which is padded, from their end to their beginning. */
    public static Tensor reversed(Tensor x) {
        return new Tensor(x.handle().flip(1));
    }

    /** What stands at the end of each sequence, N x C. */
    public static Tensor last(Tensor x, long[] lengths) {
        long time = x.handle().size(1);
        var places = new long[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            places[i] = i * time + lengths[i] - 1;
        }
        return rows(x, places);
    }

    /** What stands at the end of all sequences, none of which is padded, N x C. */
    public static Tensor last(Tensor x) {
        return new Tensor(x.handle().select(1, x.handle().size(1) - 1));
    }

    private static Tensor rows(Tensor x, long[] places, long... shape) {
        long channels = x.handle().size(2);
        var rows = x.handle()
                .reshape(-1, channels)
                .index_select(0, Tensor.of(places).on(x.device()).handle());
        return new Tensor(shape.length == 0 ? rows : rows.reshape(shape[0], shape[1], channels));
    }

    /** The mean of each channel over the time of each sequence, N x C. */
    public static Tensor mean(Tensor x, long[] lengths) {
        var counts = new float[lengths.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = lengths[i];
        }
        var sums = cut(x, lengths).handle().sum(new long[] {1}, false, new ScalarTypeOptional());
        return new Tensor(sums.div(Tensor.of(counts, counts.length, 1)
                .on(x.device())
                .as(ElementType.of(x.handle()))
                .handle()));
    }

    /** The mean of each channel over time, none of the sequences being padded, N x C. */
    public static Tensor mean(Tensor x) {
        return new Tensor(x.handle().mean(1));
    }

    /** The largest of each channel over the time of each sequence, N x C. */
    public static Tensor max(Tensor x, long[] lengths) {
        return max(lowBehindEnd(x, lengths));
    }

    /** The largest of each channel over time, none of the sequences being padded, N x C. */
    public static Tensor max(Tensor x) {
        return new Tensor(x.handle().amax(new long[] {1}, false));
    }

    private static Tensor lowBehindEnd(Tensor x, long[] lengths) {
        var mask = mask(lengths, x.handle().size(1), ElementType.FLOAT32).on(x.device());
        return new Tensor(x.handle().masked_fill(mask.handle().lt(new Scalar(0.5)), new Scalar(LOWEST)));
    }

    /** The largest of each stretch of so many times; what is left over at the end is dropped. */
    public static Tensor maxPool(Tensor x, int size, long[] lengths) {
        return maxPool(lowBehindEnd(x, lengths), size);
    }

    /** The same of sequences that are not padded. */
    public static Tensor maxPool(Tensor x, int size) {
        var window = new long[] {1, size};
        return back(torch.max_pool2d(flat(x), window, window, new long[] {0, 0}, ONES, false));
    }

    /** The mean of each stretch of so many times; what is left over at the end is dropped. */
    public static Tensor averagePool(Tensor x, int size) {
        var window = new long[] {1, size};
        return back(torch.avg_pool2d(
                flat(x), window, window, new long[] {0, 0}, false, true, new org.bytedeco.pytorch.LongOptional()));
    }

    /**
     * Convolution over time.
     *
     * @param x N x T x C; what is behind the end of a sequence must be 0
     * @param kernel filters x C / groups x size
     */
    public static Tensor convolution(Tensor x, Tensor kernel, Tensor bias, int stride, int padding, int groups) {
        return convolution(x, kernel, new TensorOptional(bias.handle()), stride, padding, groups);
    }

    /** The same without a bias. */
    public static Tensor convolution(Tensor x, Tensor kernel, int stride, int padding, int groups) {
        return convolution(x, kernel, new TensorOptional(), stride, padding, groups);
    }

    private static Tensor convolution(
            Tensor x, Tensor kernel, TensorOptional bias, int stride, int padding, int groups) {
        return back(torch.conv2d(
                flat(x),
                kernel.handle().unsqueeze(2),
                bias,
                new long[] {1, stride},
                new long[] {0, padding},
                ONES,
                groups));
    }

    /** As images of height 1 whose channels are last in memory, which the fast kernels want: a view. */
    private static org.bytedeco.pytorch.Tensor flat(Tensor x) {
        return x.handle().unsqueeze(1).permute(0, 3, 1, 2);
    }

    private static Tensor back(org.bytedeco.pytorch.Tensor images) {
        return new Tensor(images.permute(0, 2, 3, 1).squeeze(1));
    }

    /** Each row at so many times: N x C to N x T x C. */
    public static Tensor repeated(Tensor rows, int times) {
        return new Tensor(rows.handle().unsqueeze(1).repeat(1, times, 1));
    }

    /** One behind the other in their channels. */
    public static Tensor joined(Tensor a, Tensor b) {
        return new Tensor(
                torch.cat(new TensorVector(a.handle(), b.handle()), a.handle().dim() - 1));
    }
}
