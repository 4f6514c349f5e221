package dev.sweetspot.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;

/**
 * Mean and standard deviation of each channel over some images or series, in the unit of the samples (0..255 or 0..65535 for
 * images). Sums over images are whole numbers and exact, so the result does not depend on the order of the images, the
 * threads or the machine.
 */
public final class ChannelStatistics {
    private final double[] means;
    private final double[] deviations;

    private ChannelStatistics(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Over the images at {@code indices}: those of the training part, so that nothing of the test part is looked at.
     *
     * @throws IllegalArgumentException if there are no indices
     */
    public static ChannelStatistics of(ImageSet set, int[] indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("no images to take statistics of");
        }
        int channels = set.channels();
        // 2^31 bytes of 16-bit samples: the sum of squares stays below 2^30 * 2^32, inside a long.
        long[] sums = new long[channels];
        long[] squares = new long[channels];
        ByteBuffer pixels = set.pixels();
        int bytes = set.bytesPerImage();
        byte[] image = new byte[bytes];
        for (int index : indices) {
            pixels.get(index * bytes, image);
            if (set.depth() == Depth.U8) {
                add8(image, sums, squares);
            } else {
                add16(ByteBuffer.wrap(image).order(pixels.order()), sums, squares);
            }
        }
        BigInteger count = BigInteger.valueOf((long) indices.length * set.height() * set.width());
        double[] means = new double[channels];
        double[] deviations = new double[channels];
        for (int c = 0; c < channels; c++) {
            BigInteger sum = BigInteger.valueOf(sums[c]);
            BigInteger spread = count.multiply(BigInteger.valueOf(squares[c])).subtract(sum.multiply(sum));
            means[c] = quotient(sum, count);
            deviations[c] = Math.sqrt(quotient(spread, count.multiply(count)));
        }
        return new ChannelStatistics(means, deviations);
    }

    /**
     * Over the steps of the series at {@code indices}: those of the training part. Missing values are left out; a channel
     * without any value has mean 0. Summed in the order of the series, so that it is the same on every machine.
     *
     * @throws IllegalArgumentException if there are no indices
     */
    public static ChannelStatistics of(SequenceSet set, int[] indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("no series to take statistics of");
        }
        int channels = set.channels().size();
        var means = new double[channels];
        var deviations = new double[channels];
        for (int c = 0; c < channels; c++) {
            means[c] = mean(set, indices, c, 0, 1);
            deviations[c] = Math.sqrt(mean(set, indices, c, means[c], 2));
        }
        return new ChannelStatistics(means, deviations);
    }

    /** The mean of the first or second power of the distances from a centre. */
    private static double mean(SequenceSet set, int[] indices, int channel, double centre, int power) {
        double sum = 0;
        long count = 0;
        for (int i : indices) {
            for (int step = 0; step < set.length(i); step++) {
                double distance = set.value(i, step, channel) - centre;
                if (!Double.isNaN(distance)) {
                    sum += power == 1 ? distance : distance * distance;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** Statistics that were taken before: those of a saved model. */
    public static ChannelStatistics of(double[] means, double[] deviations) {
        return new ChannelStatistics(means.clone(), deviations.clone());
    }

    private static void add8(byte[] image, long[] sums, long[] squares) {
        int channels = sums.length;
        for (int c = 0; c < channels; c++) {
            long sum = 0;
            long square = 0;
            for (int i = c; i < image.length; i += channels) {
                int value = image[i] & 0xFF;
                sum += value;
                square += (long) value * value;
            }
            sums[c] += sum;
            squares[c] += square;
        }
    }

    private static void add16(ByteBuffer image, long[] sums, long[] squares) {
        int channels = sums.length;
        int samples = image.capacity() / Short.BYTES;
        for (int i = 0; i < samples; i++) {
            long value = image.getShort(i * Short.BYTES) & 0xFFFF;
            sums[i % channels] += value;
            squares[i % channels] += value * value;
        }
    }

    private static double quotient(BigInteger a, BigInteger b) {
        return new BigDecimal(a)
                .divide(new BigDecimal(b), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Number of channels. */
    public int channels() {
        return means.length;
    }

    /** Mean of channel {@code c}. */
    public double mean(int c) {
        return means[c];
    }

    /** Standard deviation of channel {@code c} (population, divided by n); 0 where all samples are equal. */
    public double sd(int c) {
        return deviations[c];
    }
}
