package dev.sweetspot.studio.project;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Skipped;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A project at one moment. Immutable, and safe for any number of threads. */
public final class ProjectView {
    private final String name;
    private final long version;
    private final List<ProjectImage> images;
    private final @Nullable Label[] labels;
    private final @Nullable Part[] parts;
    private final BitSet removed;
    private final Map<Integer, String> notes;
    private final List<Category> categories;
    private final List<Skipped> skipped;
    private final List<ChannelView> channels;
    private final Steps steps;

    ProjectView(
            String name,
            long version,
            List<ProjectImage> images,
            @Nullable Label[] labels,
            @Nullable Part[] parts,
            BitSet removed,
            Map<Integer, String> notes,
            List<Category> categories,
            List<Skipped> skipped,
            List<ChannelView> channels,
            Steps steps) {
        this.name = name;
        this.version = version;
        this.images = images;
        this.labels = labels;
        this.parts = parts;
        this.removed = removed;
        this.notes = notes;
        this.categories = categories;
        this.skipped = skipped;
        this.channels = channels;
        this.steps = steps;
    }

    /**
     * What can be taken back, and what can be done again, in words.
     *
     * @param undo the last step, "label 3 images as ba"; nothing where there is none
     * @param redo the step that was taken back last
     */
    public record Steps(Optional<String> undo, Optional<String> redo) {}

    /** What people call the project. */
    public String name() {
        return name;
    }

    /** Counts the changes: a view with a higher one is newer. */
    public long version() {
        return version;
    }

    /** All images that ever came, by their numbers; see {@link #removed}. */
    public List<ProjectImage> all() {
        return images;
    }

    /** The image of that number. */
    public ProjectImage image(int number) {
        return images.get(number);
    }

    /** Whether the image was removed. */
    public boolean removed(int number) {
        return removed.get(number);
    }

    /** The numbers of the images that are there, ascending. */
    public int[] present() {
        return IntStream.range(0, images.size()).filter(i -> !removed.get(i)).toArray();
    }

    /** How many images are there. */
    public int size() {
        return images.size() - removed.cardinality();
    }

    /** What an image is said to show; nothing for one that is unknown. */
    public Optional<Label> label(int number) {
        return Optional.ofNullable(labels[number]);
    }

    /** The part that an image is in; nothing for one that is in none. */
    public Optional<Part> part(int number) {
        return Optional.ofNullable(parts[number]);
    }

    /** What a person wrote about an image; empty where nobody did. */
    public String note(int number) {
        return notes.getOrDefault(number, "");
    }

    /** All categories, in the order in which they came. */
    public List<Category> categories() {
        return categories;
    }

    /** The category of that id. */
    public Optional<Category> category(int id) {
        return categories.stream().filter(category -> category.id() == id).findFirst();
    }

    /** Files that could not be taken in, with the reasons. */
    public List<Skipped> skipped() {
        return skipped;
    }

    /** How channels are shown; empty where nobody said. */
    public List<ChannelView> channels() {
        return channels;
    }

    /** What can be undone and done again. */
    public Steps steps() {
        return steps;
    }
}
