package dev.sweetspot.data.planted.left;

import dev.sweetspot.data.planted.right.CircleRight;

/** Planted: one half of a circle. */
public final class CircleLeft {
    public CircleRight other() {
        return new CircleRight();
    }
}
