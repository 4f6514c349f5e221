package dev.sweetspot.deep.learning;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.prepare.PreparedSequences;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.deep.handover.EachImageIntake;
import dev.sweetspot.deep.handover.ImageIntake;
import dev.sweetspot.deep.handover.Intake;
import dev.sweetspot.deep.handover.LatentIntake;
import dev.sweetspot.deep.handover.SequenceIntake;
import dev.sweetspot.deep.handover.TableIntake;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.training.Aim;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.SequenceExamples;
import dev.sweetspot.deep.training.TableExamples;
import dev.sweetspot.deep.training.Targets;
import dev.sweetspot.deep.training.rescaling.MeanAndDeviation;
import dev.sweetspot.deep.training.rescaling.Rescaling;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.TextForm;
import java.util.ArrayList;
import java.util.List;

/** What a saved model learnt from, and how new data is prepared for it. */
public sealed interface SavedInput {
    /** Whether a network takes what this prepares. */
    boolean fits(Shape input);

    /**
     * The same for other tools.
     *
     * @throws dev.sweetspot.form.InvalidInputException where it cannot be handed over
     */
    Intake intake();

    /**
     * New data as the model takes it.
     *
     * @throws IllegalArgumentException when it is of another kind, or has other columns or channels
     */
    Examples examples(DataSet set, Targets targets);

    /**
     * Images.
     *
     * @param shape that images must have
     * @param depth of those it was trained on
     */
    record Images(ImageShape shape, Depth depth, ChannelStatistics statistics, Rescaling rescaling)
            implements SavedInput {
        @Override
        public boolean fits(Shape input) {
            return input.equals(new Shape.Image(shape.height(), shape.width(), shape.channels()))
                    && shape.channels() == statistics.channels();
        }

        @Override
        public Intake intake() {
            var image = new Shape.Image(shape.height(), shape.width(), shape.channels());
            if (rescaling.ofEachImage()) {
                return new EachImageIntake(image, depth.highest());
            }
            var factors = new ArrayList<Float>();
            var shifts = new ArrayList<Float>();
            for (int c = 0; c < shape.channels(); c++) {
                double deviation = statistics.sd(c) > 0 ? statistics.sd(c) : 1;
                double factor = rescaling.factor(deviation, Long.MAX_VALUE, depth);
                factors.add((float) factor);
                shifts.add((float) rescaling.shift(statistics.mean(c), factor));
            }
            return new ImageIntake(image, depth.highest(), factors, shifts);
        }

        @Override
        public Examples examples(DataSet set, Targets targets) {
            return new ImageExamples((ImageSet) set, statistics).with(rescaling);
        }
    }

    /** The rows of a table. */
    record Rows(TablePreparation preparation) implements SavedInput {
        @Override
        public boolean fits(Shape input) {
            return input.equals(new Shape.Row(preparation.width()));
        }

        @Override
        public Intake intake() {
            return new TableIntake(preparation);
        }

        @Override
        public Examples examples(DataSet set, Targets targets) {
            return new TableExamples(preparation, preparation.apply((TableSet) set), new Aim.Unknown(targets));
        }
    }

    /**
     * Series.
     *
     * @param channels their names, in order
     * @param longest steps of the longest that it looks at; of longer ones it sees the beginning
     */
    record Series(List<String> channels, int longest, ChannelStatistics statistics) implements SavedInput {
        /** Keeps a copy. */
        public Series {
            channels = List.copyOf(channels);
        }

        @Override
        public boolean fits(Shape input) {
            return input.equals(new Shape.Sequence(longest, channels.size()))
                    && statistics.channels() == channels.size();
        }

        @Override
        public Intake intake() {
            var factors = new ArrayList<Float>();
            var shifts = new ArrayList<Float>();
            for (int c = 0; c < channels.size(); c++) {
                double deviation = statistics.sd(c) > 0 ? statistics.sd(c) : 1;
                factors.add((float) (1 / deviation));
                shifts.add((float) (-statistics.mean(c) / deviation));
            }
            return new SequenceIntake(new Shape.Sequence(longest, channels.size()), factors, shifts);
        }

        @Override
        public Examples examples(DataSet set, Targets targets) {
            var series = (SequenceSet) set;
            if (!series.channels().equals(channels)) {
                throw new IllegalArgumentException("channels " + series.channels() + " are not those learnt from");
            }
            return new SequenceExamples(
                    statistics, new PreparedSequences(series, statistics), longest, new Aim.Unknown(targets));
        }
    }

    /**
     * Random vectors, from which images are drawn.
     *
     * @param size how many numbers each has
     */
    record Vectors(int size) implements SavedInput {
        @Override
        public boolean fits(Shape input) {
            return input.equals(new Shape.Row(size));
        }

        @Override
        public Intake intake() {
            return new LatentIntake(size);
        }

        @Override
        public Examples examples(DataSet set, Targets targets) {
            throw new IllegalArgumentException("it draws images, and judges none");
        }
    }

    /**
     * From a model file.
     *
     * @param input the shape that its network takes
     */
    static SavedInput fromFields(Fields fields, Shape input) {
        if (input instanceof Shape.Image image) {
            return new Images(
                    new ImageShape(image.height(), image.width(), image.channels()),
                    Depth.valueOf(fields.text("depth")),
                    Statistics.fromFields(fields),
                    Rescaling.named(fields.findText("rescale").orElse(new MeanAndDeviation().name())));
        }
        if (input instanceof Shape.Sequence sequence) {
            var channels = fields.list("channels").items().stream()
                    .map(item -> ((TextForm) item).value())
                    .toList();
            return new Series(channels, sequence.length(), Statistics.fromFields(fields));
        }
        if (fields.find(Drawings.ENTRY).isPresent()) {
            return new Vectors(input.size());
        }
        return new Rows(TablePreparation.fromForm(fields.require("preparation")));
    }
}
