package dev.sweetspot.studio.project;

import java.util.Optional;

/**
 * An image that comes into a project.
 *
 * @param name the path from which it comes
 * @param hash the sha-256 of its file
 * @param bytes of its file
 * @param facts what was seen of it
 * @param reference where it lies, if it is not copied
 */
public record NewImage(String name, String hash, long bytes, ImageFacts facts, Optional<Reference> reference) {
    ProjectImage at(int number, String uniqueName) {
        return new ProjectImage(number, uniqueName, hash, bytes, facts, reference);
    }
}
