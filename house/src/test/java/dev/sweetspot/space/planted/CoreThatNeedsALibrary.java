package dev.sweetspot.space.planted;

import org.assertj.core.api.Assertions;

/** Planted: the core needs something beside the JDK. */
public final class CoreThatNeedsALibrary {
    Class<?> library = Assertions.class;

    Object use() {
        return Assertions.within(1.0);
    }
}
