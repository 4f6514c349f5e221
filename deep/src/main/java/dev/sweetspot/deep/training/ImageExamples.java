package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.ElementType;
import java.util.random.RandomGenerator;

/**
 * Images with their classes.
 *
 * @param statistics by which inputs are normalised
 * @param augmentation what is changed at random while training
 */
public record ImageExamples(ImageSet set, ChannelStatistics statistics, Augmentation augmentation) implements Examples {
    @Override
    public Shape shape() {
        return new Shape.Image(set.height(), set.width(), set.channels());
    }

    @Override
    public Targets targets() {
        return new Targets.Classes(set.classNames().size());
    }

    @Override
    public Writer writer(ElementType type) {
        return new ImageWriter(this, type);
    }

    private static final class ImageWriter implements Writer {
        private final ImageSet set;
        private final Augmentation augmentation;
        private final Pixels pixels;
        private final ElementType type;

        ImageWriter(ImageExamples examples, ElementType type) {
            this.set = examples.set();
            this.augmentation = examples.augmentation();
            this.pixels = new Pixels(set, examples.statistics());
            this.type = type;
        }

        @Override
        public void fill(Batch batch, int[] images, RandomGenerator random) {
            int span = 2 * augmentation.crop() + 1;
            for (int i = 0; i < images.length; i++) {
                boolean flip = augmentation.flip() && random.nextInt(2) == 1;
                int down = augmentation.crop() > 0 ? random.nextInt(span) - augmentation.crop() : 0;
                int right = augmentation.crop() > 0 ? random.nextInt(span) - augmentation.crop() : 0;
                pixels.write(images[i], flip, down, right, batch.inputs(), i, type);
                batch.classes().put(i, set.label(images[i]));
            }
        }

        @Override
        public void fill(Batch batch, int[] images) {
            for (int i = 0; i < images.length; i++) {
                pixels.write(images[i], false, 0, 0, batch.inputs(), i, type);
            }
        }
    }
}
