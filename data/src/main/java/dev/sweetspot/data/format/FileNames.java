package dev.sweetspot.data.format;

import dev.sweetspot.data.Part;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** What the names of large data files tell. */
final class FileNames {
    private FileNames() {}

    /** The last step of a path, in lower case. */
    static String lowerCase(Path file) {
        return Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
    }

    /** The part that a file is for: test and t10k, val, else training. */
    static Part part(Path file) {
        var name = lowerCase(file);
        if (name.contains("test") || name.contains("t10k")) {
            return Part.TEST;
        }
        return name.contains("val") ? Part.VALIDATION : Part.TRAINING;
    }
}
