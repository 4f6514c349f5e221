package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.prepare.PreparedSequences;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.ElementType;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Series of any lengths, with what is to be predicted. A batch is as long as its longest series; where series are made
 * again, as the longest there may be.
 *
 * @param statistics by which the channels are normalised
 * @param series seen through them
 * @param longest steps of the longest there may be
 * @param aim what is to be predicted
 */
public record SequenceExamples(ChannelStatistics statistics, PreparedSequences series, int longest, Aim aim)
        implements Examples {
    @Override
    public Shape shape() {
        return new Shape.Sequence(longest, series.channels());
    }

    @Override
    public Targets targets() {
        return aim.targets();
    }

    /** How many numbers of a series are its own: what stands behind its end is none of it. */
    public int numbers(int item) {
        return Math.min(series.length(item), longest) * series.channels();
    }

    @Override
    public int classOf(int item) {
        return aim.classOf(item);
    }

    @Override
    public Writer writer(ElementType type) {
        return new SeriesWriter(this);
    }

    private static final class SeriesWriter implements Writer {
        private final SequenceExamples examples;
        private final float[] steps;

        SeriesWriter(SequenceExamples examples) {
            this.examples = examples;
            this.steps = new float[examples.longest() * examples.series().channels()];
        }

        @Override
        public void fill(Batch batch, int[] items, RandomGenerator random) {
            fill(batch, items);
            examples.aim().fill(batch, items);
        }

        @Override
        public void fill(Batch batch, int[] items) {
            var series = examples.series();
            var lengths = Arrays.stream(items)
                    .map(item -> Math.min(series.length(item), examples.longest()))
                    .toArray();
            // Who makes series again writes as many steps as the longest has; those behind the end of one count
            // nothing.
            boolean whole = examples.aim().targets() instanceof Targets.Inputs;
            int room = whole ? examples.longest() : Arrays.stream(lengths).max().orElse(1);
            int numbers = room * series.channels();
            for (int i = 0; i < items.length; i++) {
                series.write(items[i], room, steps, 0);
                batch.put(i * numbers, steps, numbers);
            }
            batch.setLengths(lengths, room);
        }
    }
}
