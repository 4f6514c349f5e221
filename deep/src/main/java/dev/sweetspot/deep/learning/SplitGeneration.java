package dev.sweetspot.deep.learning;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.deep.adversarial.AdversarialTraining;
import dev.sweetspot.deep.adversarial.Onlooker;
import dev.sweetspot.deep.adversarial.OnlookerSchool;
import dev.sweetspot.deep.family.AdversarialFamily;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.AugmentationParameters;
import dev.sweetspot.deep.space.GenerationSpace;
import dev.sweetspot.deep.space.GenerationWording;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Session;
import dev.sweetspot.deep.training.rescaling.SignedRange;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Images in memory, in their parts, from which networks learn to draw others like them.
 *
 * @param origin where they came from
 * @param onlooker who says how near drawn images come to them
 */
public record SplitGeneration(Origin origin, ImageSet set, Partition partition, Onlooker onlooker)
        implements SplitData {
    /** What learning to draw images is called where studies are kept. */
    public static final String WORKLOAD = "image-generation";

    /** Fewer real images have no spread that could be compared. */
    private static final int FEWEST_HELD = 3;

    /** More would hardly change the distance, and take longer. */
    private static final int MOST_COMPARED = 2000;

    /**
     * Teaches the onlooker.
     *
     * @throws InvalidInputException where too few images are there to compare drawn ones with
     */
    static SplitGeneration of(Origin origin, ImageSet set, Partition partition) {
        var parts = partition.parts();
        if (Math.min(parts.validation().length, parts.test().length) < FEWEST_HELD) {
            throw new InvalidInputException(
                    "data",
                    set.size() + " images",
                    "must leave at least " + FEWEST_HELD
                            + " for validation and for the test, to compare drawn images with",
                    "more images?");
        }
        if (Families.able(shape(set), Task.Kind.GENERATION).isEmpty()) {
            throw new InvalidInputException(
                    InputSize.NAME,
                    set.height() + "x" + set.width(),
                    "must be sides from 8 to 128 pixels that can be halved alike, so that images can be drawn",
                    "--set input_size=" + new InputSize.Asked(halved(set.height()), halved(set.width())) + "?");
        }
        long begin = System.nanoTime();
        var onlooker = onlooker(set, parts.training());
        // Now, and not within the time of the first training that is measured.
        for (var items : List.of(parts.training(), parts.validation(), parts.test())) {
            onlooker.ofReal(some(items));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var notes = new ArrayList<>(origin.notes());
        notes.add(onlooker.inWords() + String.format(Locale.ROOT, " (Teaching it took %.0f s.)", seconds));
        return new SplitGeneration(
                new Origin(origin.source(), origin.given(), origin.skipped(), notes), set, partition, onlooker);
    }

    /** The nearest side that can be halved as often as a drawn image is. */
    private static int halved(int side) {
        return Math.max(8, Math.min(128, Math.round(side / 8f) * 8));
    }

    /** Real images to compare drawn ones with: all, or so many from the first to the last. */
    static int[] some(int[] items) {
        int count = Math.min(MOST_COMPARED, items.length);
        return IntStream.range(0, count)
                .map(i -> items[(int) ((long) i * items.length / count)])
                .toArray();
    }

    private static Shape.Image shape(ImageSet set) {
        return new Shape.Image(set.height(), set.width(), set.channels());
    }

    private static Onlooker onlooker(ImageSet set, int[] training) {
        try {
            var classes = set.task() instanceof Task.Generation generation
                    ? generation.classes().filter(each -> seen(each, training) > 1)
                    : Optional.<Task.Classification>empty();
            var known = classes.<Task>map(each -> each).orElseGet(() -> new Task.Reconstruction(set.size()));
            var real = examples(set.with(known), training);
            return classes.isPresent()
                    ? OnlookerSchool.ofClasses(
                            real,
                            set.size(),
                            training,
                            classes.get().classNames().size())
                    : OnlookerSchool.ofImages(real, set.size(), training);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while teaching a network to look at the images", e);
        }
    }

    private static long seen(Task.Classification classes, int[] items) {
        return Arrays.stream(classes.counts(items)).filter(count -> count > 0).count();
    }

    private static ImageExamples examples(ImageSet set, int[] training) {
        return new ImageExamples(set, ChannelStatistics.of(set, training)).with(new SignedRange(set.depth()));
    }

    @Override
    public String workload() {
        return WORKLOAD;
    }

    /** 32 bits: two networks that follow each other's small changes lose their way where these are rounded. */
    @Override
    public Precision usualPrecision() {
        return Precision.FLOAT32;
    }

    /** Before some hundred steps nothing is drawn that could be compared. */
    @Override
    public int wishedTrials() {
        return 5;
    }

    @Override
    public ModelFamily.DataSize size() {
        var shape = shape(set);
        return new ModelFamily.DataSize(shape, parts().training().length, shape.size());
    }

    @Override
    public ModelFamily.DataSize size(Configuration configuration) {
        return size();
    }

    @Override
    public SearchSpace space(List<ModelFamily> families) {
        return GenerationSpace.of(families, size());
    }

    /** On the scale of the training part, whatever is learnt from: that of the onlooker. */
    @Override
    public Examples examples(Configuration configuration, int[] learntFrom) {
        return examples(set.with(new Task.Reconstruction(set.size())), parts().training())
                .with(AugmentationParameters.of(configuration));
    }

    @Override
    public Session session(Beginning beginning) {
        var configuration = beginning.configuration();
        var family = (AdversarialFamily) Families.of(configuration);
        return new AdversarialTraining(
                new AdversarialTraining.Networks(
                        family.network(configuration, size()), family.discriminator(configuration, size())),
                GenerationSpace.recipe(configuration),
                beginning.setting(),
                beginning.seed(),
                beginning.epochs(),
                beginning.from());
    }

    @Override
    public long trainingBytes(Configuration configuration, Precision precision) {
        var family = (AdversarialFamily) Families.of(configuration);
        var recipe = GenerationSpace.recipe(configuration);
        int bytes = precision.type().bytes();
        int slots = recipe.generator().optimizer().slots() + (recipe.ema() > 0 ? 1 : 0);
        // The discriminator keeps what it needs for the way back of two batches at once.
        return family.network(configuration, size()).trainingBytes(recipe.batchSize(), slots, bytes)
                + family.discriminator(configuration, size())
                        .trainingBytes(
                                2 * recipe.batchSize(),
                                recipe.discriminator().optimizer().slots(),
                                bytes);
    }

    @Override
    public Map<String, Form> description(Examples examples) {
        return Map.of();
    }

    @Override
    public Answers answers(Examples examples) {
        return new Drawings(set.shape(), set.depth(), ((ImageExamples) examples).statistics(), Optional.of(this));
    }

    @Override
    public String inWords(Configuration configuration) {
        return GenerationWording.of(configuration);
    }
}
