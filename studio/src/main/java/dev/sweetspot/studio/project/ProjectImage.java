package dev.sweetspot.studio.project;

import java.util.Optional;

/**
 * One image of a project. What people say about it (label, part, note) is not part of it: that changes, this does not.
 *
 * @param number from 0 in the order in which images came; an image that is removed keeps its number
 * @param name unique in the project: the path from which it came, with forward slashes. Anything may stand in it
 * @param hash the sha-256 of its file, 64 hexadecimal digits
 * @param bytes of its file
 * @param facts what was seen of it
 * @param reference where it lies, if it was not copied into the project
 */
public record ProjectImage(
        int number, String name, String hash, long bytes, ImageFacts facts, Optional<Reference> reference) {
    /** Checks what paths are made of. */
    public ProjectImage {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("hash = " + hash + ": must be 64 hexadecimal digits");
        }
        if (number < 0 || bytes < 0 || name.isEmpty()) {
            throw new IllegalArgumentException("an image has a number, a name and a size");
        }
    }
}
