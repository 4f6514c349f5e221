package dev.sweetspot.studio.project;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.studio.project.Change.LabelGroup;
import dev.sweetspot.studio.project.Change.PartGroup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people change in a project. Each call is one step: one undo takes it back whole, however many images it touched. Each
 * gives the number of its step, with which {@link Project#edit(long)} adds more to it. What does not fit is refused as a whole.
 */
public final class ProjectEdit {
    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_NOTE = 10_000;

    private final Project project;
    private final Optional<Long> step;

    ProjectEdit(Project project, Optional<Long> step) {
        this.project = project;
        this.step = step;
    }

    private long make(String what, Project.Planned planned) {
        return project.make(step, what, planned);
    }

    /** Calls the project so. */
    public long name(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !Shown.name(name).equals(name)) {
            throw new InvalidInputException(
                    "name",
                    '"' + Shown.name(name) + '"',
                    "must have 1 to 160 characters on one line",
                    "a shorter one?");
        }
        return make("call the project " + name, board -> List.of(new Change.Named(name.strip())));
    }

    /** A new category in a colour that fewest have. */
    public long addCategory(String name) {
        return make(
                "add the category " + name,
                board -> List.of(new Change.CategoryPut(
                        new Category(board.nextCategory, name.strip(), Palette.next(board.categories.values())))));
    }

    /** Calls a category otherwise. */
    public long renameCategory(int id, String name) {
        return make(
                "call a category " + name,
                board -> List.of(new Change.CategoryPut(board.category(id).named(name.strip()))));
    }

    /** Shows a category in another colour. */
    public long recolourCategory(int id, String colour) {
        return make(
                "change a colour",
                board -> List.of(new Change.CategoryPut(board.category(id).coloured(colour))));
    }

    /** Makes two categories one: the images of the first are of the second, and the first is gone. */
    public long mergeCategory(int id, int into) {
        if (id == into) {
            throw new InvalidInputException("category", id, "must be merged into another one", "");
        }
        return make("merge two categories", board -> {
            board.category(id);
            board.category(into);
            return List.of(relabelled(board, id, Optional.of(into)), new Change.CategoryDropped(id));
        });
    }

    /** Deletes a category; its images are unknown then. */
    public long deleteCategory(int id) {
        return make("delete a category", board -> {
            board.category(id);
            return List.of(relabelled(board, id, Optional.empty()), new Change.CategoryDropped(id));
        });
    }

    /** Images keep who labelled them. */
    private static Change relabelled(Board board, int id, Optional<Integer> into) {
        var groups = new LinkedHashMap<Optional<Label>, List<Integer>>();
        for (int image : board.labelled(label -> label.category() == id)) {
            var label = Optional.ofNullable(board.labels[image]);
            groups.computeIfAbsent(
                            label.flatMap(old -> into.map(other -> new Label(other, old.source()))),
                            any -> new ArrayList<>())
                    .add(image);
        }
        return labels(groups);
    }

    private static Change labels(Map<Optional<Label>, List<Integer>> images) {
        var groups = new ArrayList<LabelGroup>();
        images.forEach((label, of) -> groups.add(new LabelGroup(label, of)));
        return new Change.LabelsSet(groups);
    }

    /** A person says what images show. */
    public long label(List<Integer> images, int category) {
        return make("label " + count(images), board -> set(images, Optional.of(Label.byPerson(category))));
    }

    /** Images are unknown again. */
    public long unlabel(List<Integer> images) {
        return make("take the label from " + count(images), board -> set(images, Optional.empty()));
    }

    private static List<Change> set(List<Integer> images, Optional<Label> label) {
        return images.isEmpty() ? List.of() : List.of(new Change.LabelsSet(List.of(new LabelGroup(label, images))));
    }

    /**
     * Labels from elsewhere, each image by the name of its category; categories that are not there yet are added.
     *
     * @param names of the category, by image
     * @param source who says so
     */
    public long labelByName(Map<Integer, String> names, LabelSource source) {
        return make(
                "label " + count(List.copyOf(names.keySet())),
                board -> names.isEmpty() ? List.of() : Naming.labels(board, names, source));
    }

    /**
     * A person accepts what a model predicted.
     *
     * @param labels of each image
     */
    public long accept(Map<Integer, Label> labels) {
        return make("accept " + (labels.size() == 1 ? "a prediction" : labels.size() + " predictions"), board -> {
            var groups = new LinkedHashMap<Optional<Label>, List<Integer>>();
            labels.forEach((image, label) -> groups.computeIfAbsent(Optional.of(label), any -> new ArrayList<>())
                    .add(image));
            return labels.isEmpty() ? List.of() : List.of(labels(groups));
        });
    }

    /** Puts images into a part, or into none. */
    public long assign(List<Integer> images, Optional<Part> part) {
        return make(
                part.map(to -> "put " + count(images) + " into " + to.word())
                        .orElse("take " + count(images) + " out of their parts"),
                board -> images.isEmpty()
                        ? List.of()
                        : List.of(new Change.PartsSet(List.of(new PartGroup(part, images)))));
    }

    /** Puts images into parts, each into its own. */
    public long assign(Map<Integer, Part> parts) {
        return make("split " + count(List.copyOf(parts.keySet())), board -> {
            return parts.isEmpty() ? List.of() : List.of(set(parts));
        });
    }

    private static Change set(Map<Integer, Part> parts) {
        var groups = new EnumMap<Part, List<Integer>>(Part.class);
        parts.forEach((image, part) ->
                groups.computeIfAbsent(part, any -> new ArrayList<>()).add(image));
        var set = new ArrayList<PartGroup>();
        groups.forEach((part, images) -> set.add(new PartGroup(Optional.of(part), images)));
        return new Change.PartsSet(set);
    }

    /** Writes something about an image; empty takes it away. */
    public long note(int image, String text) {
        if (text.length() > LONGEST_NOTE) {
            throw new InvalidInputException("note", text.length() + " characters", "must be at most 10,000", "");
        }
        return make("write a note", board -> List.of(new Change.NoteSet(image, text.strip())));
    }

    /** Shows channels otherwise; nothing is learnt from that. */
    public long show(List<ChannelView> channels) {
        if (channels.size() > 64) {
            throw new InvalidInputException("channels", channels.size(), "must be at most 64", "");
        }
        return make("change how channels are shown", board -> List.of(new Change.ChannelsShown(channels)));
    }

    /** Takes images out of the project; undoing brings them back with all that was known of them. */
    public long remove(List<Integer> images) {
        return make("remove " + count(images), board -> {
            images.forEach(board::require);
            var there = images.stream()
                    .distinct()
                    .filter(i -> !board.removed.get(i))
                    .toList();
            return there.isEmpty() ? List.of() : List.of(new Change.ImagesRemoved(there));
        });
    }

    /** Brings removed images back. */
    public long bringBack(List<Integer> images) {
        return make("bring back " + count(images), board -> {
            images.forEach(board::require);
            var gone = images.stream().distinct().filter(board.removed::get).toList();
            return gone.isEmpty() ? List.of() : List.of(new Change.ImagesReturned(gone));
        });
    }

    /** Takes images in of which nothing is said, or what a person says. */
    public long add(List<NewImage> images, List<Skipped> skipped) {
        return add(images, skipped, new LabelSource.Person());
    }

    /**
     * Takes images in, with what is said of them. Their files must be kept already.
     *
     * @param images with any names: one that is taken gets a number behind it
     * @param skipped files that could not be taken in
     * @param source who says what the images show
     */
    public long add(List<NewImage> images, List<Skipped> skipped, LabelSource source) {
        return make("add " + (images.size() == 1 ? "an image" : images.size() + " images"), board -> {
            if (images.isEmpty() && skipped.isEmpty()) {
                return List.of();
            }
            var added = new ArrayList<ProjectImage>();
            var names = new HashSet<String>();
            var classes = new LinkedHashMap<Integer, String>();
            var parts = new LinkedHashMap<Integer, Part>();
            for (var image : images) {
                var name = image.name();
                for (int copy = 2; board.names.contains(name) || !names.add(name); copy++) {
                    name = numbered(image.name(), copy);
                }
                int number = board.images.size() + added.size();
                added.add(image.at(number, name));
                image.className().ifPresent(of -> classes.put(number, of));
                image.part().ifPresent(of -> parts.put(number, of));
            }
            var changes = new ArrayList<Change>();
            changes.add(new Change.ImagesAdded(added, skipped));
            changes.addAll(classes.isEmpty() ? List.of() : Naming.labels(board, classes, source));
            changes.addAll(parts.isEmpty() ? List.of() : List.of(set(parts)));
            return changes;
        });
    }

    private static String numbered(String name, int copy) {
        int dot = name.lastIndexOf('.');
        int at = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
        return name.substring(0, at) + " (" + copy + ")" + name.substring(at);
    }

    private static String count(List<Integer> images) {
        return images.size() == 1 ? "an image" : images.size() + " images";
    }
}
