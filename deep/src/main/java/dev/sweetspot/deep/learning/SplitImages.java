package dev.sweetspot.deep.learning;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Parts;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.AugmentationParameters;
import dev.sweetspot.deep.space.ChannelParameters;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.space.ImageSizes;
import dev.sweetspot.deep.space.ImageSpace;
import dev.sweetspot.deep.space.InputParameters;
import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.space.Wording;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.rescaling.MeanAndDeviation;
import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images in memory, in their parts.
 *
 * @param origin where they came from
 * @param set as they were loaded: in the largest size that is asked for
 * @param sizes the others
 */
public record SplitImages(Origin origin, ImageSet set, Partition partition, ImageSizes sizes) implements SplitData {
    /** What learning from images is called where studies are kept. */
    public static final String WORKLOAD = "image-classification";

    /** Images as they were loaded. */
    SplitImages(Origin origin, ImageSet set, Partition partition) {
        this(origin, set, partition, new ImageSizes(set));
    }

    /** Images that were read in this process, wherever they came from. */
    public static SplitImages of(Loaded<ImageSet> loaded, Parts parts) {
        return new SplitImages(
                new Origin(Optional.empty(), loaded.given(), loaded.skipped(), loaded.notes()),
                loaded.set(),
                new Partition(parts));
    }

    @Override
    public String workload() {
        return WORKLOAD;
    }

    /** 16 bits where the processor is fast with them: images are just as well recognised. */
    @Override
    public Precision usualPrecision() {
        return Precision.automatic();
    }

    @Override
    public ModelFamily.DataSize size() {
        return size(set);
    }

    @Override
    public ModelFamily.DataSize size(Configuration configuration) {
        return size(sizes.of(configuration));
    }

    private ModelFamily.DataSize size(ImageSet images) {
        var shape = new Shape.Image(images.height(), images.width(), images.channels());
        return new ModelFamily.DataSize(
                shape,
                parts().training().length,
                images.labelled() ? images.classNames().size() : shape.size());
    }

    @Override
    public SearchSpace space(List<ModelFamily> families) {
        return ImageSpace.of(families, set.task().kind(), size());
    }

    @Override
    public List<Hint> hints() {
        var hints = new ArrayList<>(SplitData.super.hints());
        if (set.labelled()) {
            var mirroring = Mirroring.of(set, parts().training());
            if (mirroring.changesClasses()) {
                hints.add(mirroring.hint());
            }
        }
        return hints;
    }

    @Override
    public void require(Configuration configuration) {
        ChannelParameters.of(configuration, set);
    }

    @Override
    public Examples examples(Configuration configuration, int[] learntFrom) {
        LossParameters.requireUnits(configuration);
        var images = sizes.of(configuration);
        return new ImageExamples(images, ChannelStatistics.of(images, learntFrom))
                .with(InputParameters.rescaling(configuration))
                .with(AugmentationParameters.of(configuration));
    }

    @Override
    public Map<String, Form> description(Examples examples) {
        var prepared = (ImageExamples) examples;
        var entries = new LinkedHashMap<String, Form>();
        entries.put("depth", Form.of(set.depth().name()));
        entries.putAll(Statistics.toEntries(prepared.statistics()));
        if (!prepared.rescaling().equals(new MeanAndDeviation())) {
            // A program of before would not know, and predict from other numbers: the later format keeps it from that.
            entries.put("format", Form.of(SavedModel.FORMAT));
            entries.put("rescale", Form.of(prepared.rescaling().name()));
        }
        return entries;
    }

    @Override
    public Answers answers(Examples examples) {
        return set.labelled()
                ? new Answers.Classes(set.classNames())
                : new Remade(examples.targets().outputs(), ((ImageExamples) examples).errorScale());
    }

    @Override
    public String inWords(Configuration configuration) {
        return Wording.of(configuration, set.task().kind(), "images") + " " + Wording.images(configuration);
    }
}
