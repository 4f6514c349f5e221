package dev.sweetspot.deep.planted;

import dev.sweetspot.classic.planted.PlantedForest;

/** Planted: a room sees the one beside it. */
public final class NetworkThatImportsAClassicModel {
    PlantedForest forest = new PlantedForest();
}
