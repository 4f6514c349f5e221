package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.rescaling.MeanAndDeviation;
import dev.sweetspot.deep.training.rescaling.Rescaling;

/**
 * Images with their classes, or by themselves.
 *
 * @param statistics of the images that are learnt from
 * @param rescaling how stored values become inputs
 * @param augmentations what is changed at random while training
 */
public record ImageExamples(
        ImageSet set, ChannelStatistics statistics, Rescaling rescaling, Augmentations augmentations)
        implements Examples {
    /** Rescaled as usual, and not changed. */
    public ImageExamples(ImageSet set, ChannelStatistics statistics) {
        this(set, statistics, new MeanAndDeviation(), Augmentations.NONE);
    }

    /** The same with changes. */
    public ImageExamples with(Augmentations changes) {
        return new ImageExamples(set, statistics, rescaling, changes);
    }

    /** The same rescaled in another way. */
    public ImageExamples with(Rescaling other) {
        return new ImageExamples(set, statistics, other, augmentations);
    }

    @Override
    public Shape shape() {
        return new Shape.Image(set.height(), set.width(), set.channels());
    }

    @Override
    public Targets targets() {
        if (set.task() instanceof Task.Reconstruction) {
            return new Targets.Inputs(Math.toIntExact(set.shape().samples()));
        }
        int classes = set.classNames().size();
        return augmentations.mixes() ? new Targets.Shares(classes) : new Targets.Classes(classes);
    }

    /**
     * On which their reconstructions are judged.
     *
     * @throws IllegalStateException where each image is rescaled by itself: then no scale is common to them
     */
    public ErrorScale errorScale() {
        if (rescaling.ofEachImage()) {
            throw new IllegalStateException("images that are rescaled by themselves have no scale in common");
        }
        return ErrorScale.of(statistics, rescaling, set.depth());
    }

    @Override
    public int classOf(int example) {
        return set.label(example);
    }

    @Override
    public Writer writer(ElementType type) {
        return new ImageWriter(this, type);
    }
}
