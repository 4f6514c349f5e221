package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.Optional;

/**
 * A change of images at random, anew each time an image is seen: {@link Geometric} ones move what is in the picture,
 * {@link Tonal} ones change how bright it is, {@link Finishing} ones change single pixels, {@link Mixing} ones put two images
 * together. Each is a public record: its constructor without arguments changes nothing, and its name stands in
 * {@code META-INF/services}, where the order is that in which changes of a kind are made.
 */
public sealed interface Augmentation permits Geometric, Tonal, Finishing, Mixing {
    /** What it is set by; its name begins with "augmentation.". */
    Parameter<?> parameter();

    /** The same as a configuration says; one that says nothing of it leaves it as it is. */
    Augmentation with(Configuration configuration);

    /** Whether it changes anything. */
    boolean active();

    /** What it does to images, to go on after "Images are": "turned by up to 15 degrees". */
    String inWords();

    /** The same on a batch {@code x} of raw images in PyTorch, N x C x H x W; empty where it is not written down. */
    default Optional<String> torch() {
        return Optional.empty();
    }
}
