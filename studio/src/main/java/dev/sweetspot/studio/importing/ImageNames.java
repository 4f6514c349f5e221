package dev.sweetspot.studio.importing;

import dev.sweetspot.data.Shown;
import dev.sweetspot.studio.project.ProjectView;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Images by what tables call them: their whole path, the end of it, their file name, or that without what stands behind its
 * last dot; capitals and the slashes of Windows do not matter. A name that several images have finds none of them.
 */
final class ImageNames {
    private static final int SEVERAL = -1;

    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> endings = new HashMap<>();
    private final String example;

    ImageNames(ProjectView project) {
        var first = "cell-1.png";
        for (int number : project.present()) {
            var name = project.image(number).name();
            first = number == 0 ? name : first;
            exact.put(folded(name), number);
            add(folded(name), number);
        }
        this.example = Shown.name(first);
    }

    private void add(String name, int number) {
        var rest = name;
        while (true) {
            endings.merge(rest, number, (a, b) -> a.equals(b) ? a : SEVERAL);
            int dot = rest.lastIndexOf('.');
            if (dot > rest.lastIndexOf('/') + 1) {
                endings.merge(rest.substring(0, dot), number, (a, b) -> a.equals(b) ? a : SEVERAL);
            }
            int slash = rest.indexOf('/');
            if (slash < 0) {
                return;
            }
            rest = rest.substring(slash + 1);
        }
    }

    Optional<Integer> find(String name) {
        var folded = folded(name);
        var whole = exact.get(folded);
        if (whole != null) {
            return Optional.of(whole);
        }
        return Optional.ofNullable(endings.get(folded)).filter(number -> number != SEVERAL);
    }

    /** What an image is called. */
    String example() {
        return example;
    }

    private static String folded(String name) {
        var path = name.strip().replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("./") ? path.substring(2) : path;
    }
}
