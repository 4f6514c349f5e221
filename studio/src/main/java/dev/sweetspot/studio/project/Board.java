package dev.sweetspot.studio.project;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.studio.project.Change.LabelGroup;
import dev.sweetspot.studio.project.Change.PartGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a project is now, while its journal is read or written. It believes nothing: a change that does not fit is refused
 * before anything is changed, because a journal may come from anywhere. For one thread at a time.
 */
final class Board {
    private static final int MOST_IMAGES = 2_000_000;

    String name = "";
    final List<ProjectImage> images = new ArrayList<>();
    final Set<String> names = new HashSet<>();

    @Nullable
    Label[] labels = new @Nullable Label[64];

    @Nullable
    Part[] parts = new @Nullable Part[64];

    final BitSet removed = new BitSet();
    final TreeMap<Integer, String> notes = new TreeMap<>();
    final TreeMap<Integer, Category> categories = new TreeMap<>();
    final List<Skipped> skipped = new ArrayList<>();
    List<ChannelView> channels = List.of();
    int nextCategory;

    /**
     * Makes the change, and gives the one that undoes it.
     *
     * @throws InvalidInputException when it does not fit; then nothing has changed
     */
    Change apply(Change change) {
        if (change instanceof Change.LabelsSet set) {
            return labels(set);
        }
        if (change instanceof Change.PartsSet set) {
            return parts(set);
        }
        if (change instanceof Change.ImagesAdded added) {
            return add(added);
        }
        if (change instanceof Change.ImagesRemoved gone) {
            gone.images().forEach(this::require);
            gone.images().forEach(removed::set);
            return new Change.ImagesReturned(gone.images());
        }
        if (change instanceof Change.ImagesReturned back) {
            back.images().forEach(this::require);
            back.images().forEach(removed::clear);
            return new Change.ImagesRemoved(back.images());
        }
        if (change instanceof Change.CategoryPut put) {
            return put(put.category());
        }
        if (change instanceof Change.CategoryDropped dropped) {
            return drop(dropped.id());
        }
        return small(change);
    }

    private Change small(Change change) {
        if (change instanceof Change.NoteSet set) {
            require(set.image());
            var before = notes.getOrDefault(set.image(), "");
            if (set.note().isEmpty()) {
                notes.remove(set.image());
            } else {
                notes.put(set.image(), set.note());
            }
            return new Change.NoteSet(set.image(), before);
        }
        if (change instanceof Change.Named named) {
            var before = new Change.Named(name);
            name = named.name();
            return before;
        }
        if (change instanceof Change.ChannelsShown shown) {
            var before = new Change.ChannelsShown(channels);
            channels = shown.channels();
            return before;
        }
        throw new IllegalStateException("no such change: " + change);
    }

    private Change add(Change.ImagesAdded added) {
        int first = images.size();
        if (first + added.images().size() > MOST_IMAGES) {
            throw new InvalidInputException("images", first + added.images().size(), "must be at most 2,000,000", "");
        }
        var met = new HashSet<String>();
        for (var image : added.images()) {
            if (image.number() != first + met.size() || names.contains(image.name()) || !met.add(image.name())) {
                throw new InvalidInputException(
                        "image", Shown.name(image.name()), "must have a name and a number of its own", "");
            }
        }
        images.addAll(added.images());
        names.addAll(met);
        skipped.addAll(added.skipped());
        if (images.size() > labels.length) {
            int room = Math.max(images.size(), 2 * labels.length);
            labels = Arrays.copyOf(labels, room);
            parts = Arrays.copyOf(parts, room);
        }
        return new Change.ImagesRemoved(
                added.images().stream().map(ProjectImage::number).toList());
    }

    private Change labels(Change.LabelsSet set) {
        for (var group : set.groups()) {
            group.label().ifPresent(label -> category(label.category()));
            group.images().forEach(this::require);
        }
        var before = new Former<Label>();
        for (var group : set.groups()) {
            for (int image : group.images()) {
                before.was(image, labels[image]);
                labels[image] = group.label().orElse(null);
            }
        }
        return new Change.LabelsSet(before.groups(LabelGroup::new));
    }

    private Change parts(Change.PartsSet set) {
        set.groups().forEach(group -> group.images().forEach(this::require));
        var before = new Former<Part>();
        for (var group : set.groups()) {
            for (int image : group.images()) {
                before.was(image, parts[image]);
                parts[image] = group.part().orElse(null);
            }
        }
        return new Change.PartsSet(before.groups(PartGroup::new));
    }

    /** What images had before; an image that is named twice had what it had first. */
    private static final class Former<T> {
        private final Map<Optional<T>, List<Integer>> images = new LinkedHashMap<>();
        private final BitSet met = new BitSet();

        void was(int image, @Nullable T value) {
            if (!met.get(image)) {
                met.set(image);
                images.computeIfAbsent(Optional.ofNullable(value), any -> new ArrayList<>())
                        .add(image);
            }
        }

        <G> List<G> groups(Grouping<T, G> grouping) {
            var groups = new ArrayList<G>();
            images.forEach((value, of) -> groups.add(grouping.group(value, of)));
            return groups;
        }
    }

    private interface Grouping<T, G> {
        G group(Optional<T> value, List<Integer> images);
    }

    private Change put(Category category) {
        for (var other : categories.values()) {
            if (other.id() != category.id() && other.name().equals(category.name())) {
                throw new InvalidInputException(
                        "category", category.name(), "must be another name, because there is one", "merge the two?");
            }
        }
        var before = categories.put(category.id(), category);
        nextCategory = Math.max(nextCategory, category.id() + 1);
        return before == null ? new Change.CategoryDropped(category.id()) : new Change.CategoryPut(before);
    }

    private Change drop(int id) {
        var category = category(id);
        for (int i = 0; i < images.size(); i++) {
            var label = labels[i];
            if (label != null && label.category() == id) {
                throw new InvalidInputException("category", category.name(), "must have no images", "merge it?");
            }
        }
        categories.remove(id);
        return new Change.CategoryPut(category);
    }

    /** The category of that id. */
    Category category(int id) {
        var category = categories.get(id);
        if (category == null) {
            throw new InvalidInputException("category", id, "is not there", "it was deleted meanwhile?");
        }
        return category;
    }

    void require(int image) {
        if (image < 0 || image >= images.size()) {
            throw new InvalidInputException("image", image, "is not there", "a number below " + images.size() + "?");
        }
    }

    /** The images with a label that this is true of. */
    List<Integer> labelled(Function<Label, Boolean> which) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < images.size(); i++) {
            var label = labels[i];
            if (label != null && which.apply(label)) {
                found.add(i);
            }
        }
        return found;
    }

    /** As it is now, for everybody. */
    ProjectView view(long version, Optional<String> undoable, Optional<String> redoable) {
        int size = images.size();
        return new ProjectView(
                name,
                version,
                List.copyOf(images),
                Arrays.copyOf(labels, size),
                Arrays.copyOf(parts, size),
                (BitSet) removed.clone(),
                Collections.unmodifiableMap(new TreeMap<>(notes)),
                List.copyOf(categories.values()),
                List.copyOf(skipped),
                channels,
                new ProjectView.Steps(undoable, redoable));
    }
}
