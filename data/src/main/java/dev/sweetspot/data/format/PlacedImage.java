package dev.sweetspot.data.format;

import dev.sweetspot.data.Part;
import java.util.Optional;

/**
 * An image file with what its place says of it.
 *
 * @param item the file
 * @param className its class; empty where nothing says one
 * @param part its part, where something says one
 */
public record PlacedImage(Item item, String className, Optional<Part> part) {}
