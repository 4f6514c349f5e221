package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * What is changed in training images, in the order in which it is done: first the picture is moved, then its tone changes, then
 * single pixels, and at last two images are mixed.
 */
public record Augmentations(List<Geometric> moves, List<Tonal> tones, List<Finishing> touches, List<Mixing> mixtures) {
    /** Nothing is changed. */
    public static final Augmentations NONE = of();

    /** Keeps copies. */
    public Augmentations {
        moves = List.copyOf(moves);
        tones = List.copyOf(tones);
        touches = List.copyOf(touches);
        mixtures = List.copyOf(mixtures);
    }

    /** Every kind of change that is installed, in order, none of which is active. */
    public static List<Augmentation> installed() {
        return ServiceLoader.load(Augmentation.class, Augmentation.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Those that change anything, in the given order. */
    public static Augmentations of(Augmentation... changes) {
        var active = Arrays.stream(changes).filter(Augmentation::active).toList();
        return new Augmentations(
                those(active, Geometric.class),
                those(active, Tonal.class),
                those(active, Finishing.class),
                those(active, Mixing.class));
    }

    private static <T extends Augmentation> List<T> those(List<Augmentation> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Those of a configuration. */
    public static Augmentations of(Configuration configuration) {
        return of(installed().stream().map(change -> change.with(configuration)).toArray(Augmentation[]::new));
    }

    /** All that change anything. */
    public List<Augmentation> all() {
        return Stream.of(moves, tones, touches, mixtures)
                .<Augmentation>flatMap(List::stream)
                .toList();
    }

    /** Whether targets become mixtures of classes. */
    public boolean mixes() {
        return !mixtures.isEmpty();
    }
}
