package dev.sweetspot.insight.paint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scripts that paint, for pages that are one file. Each script is a module of its own, as a browser loads it from a server;
 * a page that is opened from a disk can load none, so there they are joined.
 */
public final class Scripts {
    /** An import of a neighbour on a line of its own: the only form that our scripts use. */
    private static final Pattern IMPORT = Pattern.compile("import \\{[^}]*} from \"(\\.[^\"]+)\";");

    private static final String EXPORT = "export ";

    private Scripts() {}

    /** The chart library, Apache ECharts: sets {@code echarts} where it runs. */
    public static String library() {
        return read("/dev/sweetspot/insight/paint/echarts/echarts.min.js");
    }

    /**
     * A module and all that it imports as one text, each once and after what it needs. Their top-level names must differ.
     *
     * @param resource from the root of the class path: "/dev/sweetspot/insight/paint/painter.js"
     */
    public static String joined(String resource) {
        var text = new StringBuilder();
        add(resource, new LinkedHashSet<>(), text);
        return text.toString();
    }

    private static void add(String resource, Set<String> seen, StringBuilder text) {
        if (!seen.add(resource)) {
            return;
        }
        var own = new StringBuilder();
        for (var line : read(resource).split("\n", -1)) {
            var neighbour = IMPORT.matcher(line);
            if (neighbour.matches()) {
                add(beside(resource, neighbour.group(1)), seen, text);
            } else {
                own.append(line.startsWith(EXPORT) ? line.substring(EXPORT.length()) : line)
                        .append('\n');
            }
        }
        text.append(own);
    }

    private static String beside(String resource, String neighbour) {
        return Path.of(resource)
                .resolveSibling(neighbour)
                .normalize()
                .toString()
                .replace('\\', '/');
    }

    /**
     * The text of a resource.
     *
     * @param resource from the root of the class path
     */
    public static String read(String resource) {
        try (var in = Scripts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
