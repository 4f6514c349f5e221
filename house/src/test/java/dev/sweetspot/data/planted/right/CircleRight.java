package dev.sweetspot.data.planted.right;

import dev.sweetspot.data.planted.left.CircleLeft;

/** Planted: the other half of a circle. */
public final class CircleRight {
    public CircleLeft other() {
        return new CircleLeft();
    }
}
