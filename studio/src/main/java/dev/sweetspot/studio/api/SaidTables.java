package dev.sweetspot.studio.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What models said of unknown images, by the numbers of the images. The table that was asked for last is kept until its file
 * is another one: a person who accepts image after image asks for the same one each time. For any number of threads.
 */
final class SaidTables {
    private Optional<Kept> kept = Optional.empty();

    private record Kept(Path table, FileTime written, long bytes, List<Said> rows) {}

    /**
     * What was said of one image.
     *
     * @param image its number
     */
    record Said(int image, String predicted, double probability) {}

    /** All of a table, the least sure first. */
    synchronized List<Said> of(Path table) {
        try {
            var written = Files.getLastModifiedTime(table);
            long bytes = Files.size(table);
            if (kept.filter(same ->
                            same.table().equals(table) && same.written().equals(written) && same.bytes() == bytes)
                    .isEmpty()) {
                kept = Optional.of(new Kept(table, written, bytes, read(table)));
            }
            return kept.get().rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Said> read(Path table) {
        return AnswerTable.read(table).stream()
                .map(row -> new Said(
                        image(row.item()), row.predicted(), Double.isNaN(row.probability()) ? 0 : row.probability()))
                .sorted(Comparator.comparingDouble(Said::probability))
                .toList();
    }

    /** "unknown-3.zip/17.png" is image 17. */
    private static int image(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
        return Integer.parseInt(last.substring(0, last.indexOf('.')));
    }
}
