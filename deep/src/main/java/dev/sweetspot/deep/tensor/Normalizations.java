package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Normalisations beside that over a batch ({@link Operations#batchNorm}); always computed on 32-bit statistics. */
public final class Normalizations {
    private Normalizations() {}

    /**
     * Over the channels of each place (Ba et al. 2016).
     *
     * @param x N x C, N x T x C, or images N x C x H x W with channels last in memory
     */
    public static Tensor layerNorm(Tensor x, Tensor scale, Tensor shift, double epsilon) {
        boolean image = x.handle().dim() == 4;
        var places = image ? x.handle().permute(0, 2, 3, 1) : x.handle();
        var out = torch.layer_norm(
                places,
                new long[] {scale.size()},
                new TensorOptional(scale.handle()),
                new TensorOptional(shift.handle()),
                epsilon,
                false);
        return new Tensor(image ? out.permute(0, 3, 1, 2) : out);
    }

    /**
     * Over all places and the channels of each group (Wu and He 2018), item by item.
     *
     * @param x N x C, N x T x C, or images N x C x H x W
     */
    public static Tensor groupNorm(Tensor x, int groups, Tensor scale, Tensor shift, double epsilon) {
        boolean sequence = x.handle().dim() == 3;
        var out = torch.group_norm(
                sequence ? x.handle().transpose(1, 2) : x.handle(),
                groups,
                new TensorOptional(scale.handle()),
                new TensorOptional(shift.handle()),
                epsilon,
                false);
        return new Tensor(sequence ? out.transpose(1, 2) : out);
    }

    /** The same of sequences, N x T x C, up to the end of each; behind it all is 0. */
    public static Tensor groupNorm(Tensor x, int groups, Tensor scale, Tensor shift, double epsilon, long[] lengths) {
        long count = x.handle().size(0);
        long time = x.handle().size(1);
        long perGroup = x.handle().size(2) / groups;
        var numbers = new float[lengths.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = lengths[i] * perGroup;
        }
        var sizes = Tensor.of(numbers, count, 1, 1, 1).on(x.device()).handle();
        var mask = Sequences.mask(lengths, time, ElementType.FLOAT32)
                .on(x.device())
                .handle()
                .reshape(count, time, 1, 1);
        var grouped = x.as(ElementType.FLOAT32).handle().reshape(count, time, groups, perGroup);
        var mean = total(grouped.mul(mask)).div(sizes);
        var centred = grouped.sub(mean).mul(mask);
        var deviation =
                total(centred.mul(centred)).div(sizes).add(new Scalar(epsilon)).sqrt();
        var normal = centred.div(deviation).reshape(count, time, groups * perGroup);
        var out = normal.mul(scale.handle()).add(shift.handle()).mul(mask.reshape(count, time, 1));
        return new Tensor(out).as(ElementType.of(x.handle()));
    }

    private static org.bytedeco.pytorch.Tensor total(org.bytedeco.pytorch.Tensor x) {
        return x.sum(new long[] {1, 3}, true, new ScalarTypeOptional());
    }

    /** {@link Operations#batchNorm} of sequences, N x T x C; over all times of all of them. */
    public static Tensor batchNorm(
            Tensor x,
            Tensor scale,
            Tensor shift,
            Tensor mean,
            Tensor variance,
            boolean training,
            double momentum,
            double epsilon) {
        var shape = x.shape();
        var rows = x.reshaped(shape[0] * shape[1], shape[2]);
        return Operations.batchNorm(rows, scale, shift, mean, variance, training, momentum, epsilon)
                .reshaped(shape);
    }

    /** The same up to the end of each sequence; behind it all is 0. */
    public static Tensor batchNorm(
            Tensor x,
            Tensor scale,
            Tensor shift,
            Tensor mean,
            Tensor variance,
            boolean training,
            double momentum,
            double epsilon,
            long[] lengths) {
        var shape = x.shape();
        var rows = x.handle().reshape(shape[0] * shape[1], shape[2]);
        var places = Tensor.of(valid(lengths, shape[1])).on(x.device()).handle();
        var normal = Operations.batchNorm(
                new Tensor(rows.index_select(0, places)), scale, shift, mean, variance, training, momentum, epsilon);
        var out = torch.index_copy(torch.zeros_like(rows), 0, places, normal.handle());
        return new Tensor(out).reshaped(shape);
    }

    /**
     * A kernel divided by its largest singular value, as the power method sees it (Miyato et al. 2018, algorithm 1).
     *
     * @param kernel a matrix with a row for each of its first dimension
     * @param vector one number a row, not all 0; changed by one step of the method while training
     */
    public static Tensor spectral(Tensor kernel, Tensor vector, boolean training) {
        try (var least = new Scalar(1e-12)) {
            var matrix = kernel.handle().reshape(kernel.shape()[0], -1);
            org.bytedeco.pytorch.Tensor left;
            org.bytedeco.pytorch.Tensor right;
            try (var off = Gradients.off()) {
                assert off != null;
                right = unit(matrix.t().mv(vector.handle()), least);
                left = unit(matrix.mv(right), least);
                if (training) {
                    vector.handle().copy_(left);
                }
            }
            var largest = left.dot(matrix.mv(right)).clamp_min(least);
            return new Tensor(kernel.handle().div(largest));
        }
    }

    private static org.bytedeco.pytorch.Tensor unit(org.bytedeco.pytorch.Tensor x, Scalar least) {
        return x.div(x.norm().clamp_min(least));
    }

    private static long[] valid(long[] lengths, long time) {
        long total = 0;
        for (long length : lengths) {
            total += length;
        }
        var places = new long[Math.toIntExact(total)];
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            for (long t = 0; t < lengths[i]; t++) {
                places[at++] = i * time + t;
            }
        }
        return places;
    }
}
