package dev.sweetspot.studio.project;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Skipped;
import java.util.List;
import java.util.Optional;

/** One change of a project, as its journal keeps it. Each has another that undoes it: {@link Board#apply}. */
sealed interface Change {
    /** The project is called so. */
    record Named(String name) implements Change {}

    /** Images came, with numbers that follow those of the images before them; and files could not be taken in. */
    record ImagesAdded(List<ProjectImage> images, List<Skipped> skipped) implements Change {
        public ImagesAdded {
            images = List.copyOf(images);
            skipped = List.copyOf(skipped);
        }
    }

    /** Images are not looked at any more; all that is known of them is kept. */
    record ImagesRemoved(List<Integer> images) implements Change {
        public ImagesRemoved {
            images = List.copyOf(images);
        }
    }

    /** Removed images are there again. */
    record ImagesReturned(List<Integer> images) implements Change {
        public ImagesReturned {
            images = List.copyOf(images);
        }
    }

    /** A category is new, or has another name or colour. */
    record CategoryPut(Category category) implements Change {}

    /** A category that no image has is gone. */
    record CategoryDropped(int id) implements Change {}

    /** Images have these labels, or none. */
    record LabelsSet(List<LabelGroup> groups) implements Change {
        public LabelsSet {
            groups = List.copyOf(groups);
        }
    }

    /** Images with one label, or with none. */
    record LabelGroup(Optional<Label> label, List<Integer> images) {
        public LabelGroup {
            images = List.copyOf(images);
        }
    }

    /** Images are in these parts, or in none. */
    record PartsSet(List<PartGroup> groups) implements Change {
        public PartsSet {
            groups = List.copyOf(groups);
        }
    }

    /** Images of one part, or of none. */
    record PartGroup(Optional<Part> part, List<Integer> images) {
        public PartGroup {
            images = List.copyOf(images);
        }
    }

    /** What a person wrote about an image; empty where nothing is left of it. */
    record NoteSet(int image, String note) implements Change {}

    /** How channels are shown; empty where nobody said. */
    record ChannelsShown(List<ChannelView> channels) implements Change {
        public ChannelsShown {
            channels = List.copyOf(channels);
        }
    }
}
