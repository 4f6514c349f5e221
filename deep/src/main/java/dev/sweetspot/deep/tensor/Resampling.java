package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** What makes images larger or smaller, beside convolutions with strides. Images are N x C x H x W. */
public final class Resampling {
    private static final long[] ONES = {1, 1};
    private static final long[] ZEROS = {0, 0};

    private Resampling() {}

    /**
     * Transposed convolution: what the gradient of a convolution does, as a layer. A side of s becomes {@code (s - 1) stride
     * - 2 padding + size}.
     *
     * @param kernel C x filters x height x width
     */
    public static Tensor transposedConvolution(Tensor x, Tensor kernel, Tensor bias, int stride, int padding) {
        return transposedConvolution(x, kernel, new TensorOptional(bias.handle()), stride, padding);
    }

    /** The same without a bias. */
    public static Tensor transposedConvolution(Tensor x, Tensor kernel, int stride, int padding) {
        return transposedConvolution(x, kernel, new TensorOptional(), stride, padding);
    }

    private static Tensor transposedConvolution(Tensor x, Tensor kernel, TensorOptional bias, int stride, int padding) {
        return new Tensor(torch.conv_transpose2d(
                x.handle(),
                kernel.handle(),
                bias,
                new long[] {stride, stride},
                new long[] {padding, padding},
                ZEROS,
                1,
                ONES));
    }

    /** Each pixel as a square of so many. */
    public static Tensor enlarged(Tensor x, int factor) {
        return new Tensor(torch.upsample_nearest2d(
                x.handle(), x.handle().size(2) * factor, x.handle().size(3) * factor));
    }

    /** The mean of each size x size tile; what is left over at the right and lower edge is dropped. */
    public static Tensor averagePool(Tensor x, int size) {
        var window = new long[] {size, size};
        return new Tensor(torch.avg_pool2d(x.handle(), window, window, ZEROS, false, true, new LongOptional()));
    }

    /** The means over so many tiles in each direction. */
    public static Tensor adaptiveAverage(Tensor x, int size) {
        return new Tensor(torch.adaptive_avg_pool2d(x.handle(), size, size));
    }

    /** The largest of each tile of any stride, with lowest values around the image. */
    public static Tensor maxPool(Tensor x, int size, int stride, int padding) {
        return new Tensor(torch.max_pool2d(
                x.handle(),
                new long[] {size, size},
                new long[] {stride, stride},
                new long[] {padding, padding},
                ONES,
                false));
    }

    /** The largest of each channel over the whole image: N x C x H x W to N x C. */
    public static Tensor globalMax(Tensor x) {
        return new Tensor(x.handle().amax(new long[] {2, 3}, false));
    }

    /** N x (H W C) in the order of memory to N x C x H x W with channels last: a view, no copy. */
    public static Tensor image(Tensor x, int height, int width, int channels) {
        return new Tensor(
                x.handle().reshape(x.handle().size(0), height, width, channels).permute(0, 3, 1, 2));
    }
}
