package dev.sweetspot.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Expected values that something else computed, with the lines that made them: the first lines of the file, each after a
 * {@code #}. Values nobody can make again prove nothing.
 *
 * @param certificate the lines that made the values
 * @param lines the values
 */
public record GoldenFile(List<String> certificate, List<String> lines) {
    /** Keeps copies. */
    public GoldenFile {
        certificate = List.copyOf(certificate);
        lines = List.copyOf(lines);
    }

    /**
     * Reads a resource beside a class.
     *
     * @throws IllegalArgumentException when it is not there, or its birth certificate is missing
     */
    public static GoldenFile beside(Class<?> type, String name) {
        try (var stream = type.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException(name + ": is not beside " + type.getName());
            }
            return parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }

    static GoldenFile parse(String name, String text) {
        var certificate = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            if (line.startsWith("#") && values.isEmpty()) {
                certificate.add(line.substring(1).strip());
            } else if (!line.isBlank()) {
                values.add(line);
            }
        }
        if (certificate.stream().allMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    name + ": has no birth certificate. Maybe begin it with the lines that made it, each after a #?");
        }
        return new GoldenFile(certificate, values);
    }

    /** The values as numbers, one a line. */
    public double[] numbers() {
        return lines.stream().mapToDouble(Double::parseDouble).toArray();
    }
}
