package dev.sweetspot.classic.learning;

import dev.sweetspot.classic.family.Effort;

/** Fits of tests. */
final class Watched {
    private Watched() {}

    static Effort byNobody() {
        return new Effort(1, 1, Effort.Watch.NOBODY);
    }
}
