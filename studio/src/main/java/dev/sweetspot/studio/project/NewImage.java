package dev.sweetspot.studio.project;

import dev.sweetspot.data.Part;
import java.util.Optional;

/**
 * An image that comes into a project.
 *
 * @param name the path from which it comes
 * @param hash the sha-256 of its file
 * @param bytes of its file
 * @param facts what was seen of it
 * @param reference where it lies, if it is not copied
 * @param className what it is said to show, whatever stands in it; {@link Category#fitting} makes a name of it
 * @param part the part that it is said to be in
 */
public record NewImage(
        String name,
        String hash,
        long bytes,
        ImageFacts facts,
        Optional<Reference> reference,
        Optional<String> className,
        Optional<Part> part) {
    /** An image of which nothing is said. */
    public NewImage(String name, String hash, long bytes, ImageFacts facts, Optional<Reference> reference) {
        this(name, hash, bytes, facts, reference, Optional.empty(), Optional.empty());
    }

    ProjectImage at(int number, String uniqueName) {
        return new ProjectImage(number, uniqueName, hash, bytes, facts, reference);
    }
}
