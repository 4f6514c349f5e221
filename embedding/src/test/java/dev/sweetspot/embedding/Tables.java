package dev.sweetspot.embedding;

import dev.sweetspot.space.SearchSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Small tables of three clusters of rows, far apart. */
final class Tables {
    private static final int EACH = 20;

    private Tables() {}

    /** Sixty rows of four numbers and a class. */
    static Path clusters(Path folder) {
        var random = new SplittableRandom(5);
        var text = new StringBuilder("a,b,c,d,kind\n");
        for (int i = 0; i < 3 * EACH; i++) {
            int kind = i % 3;
            for (int k = 0; k < 4; k++) {
                text.append(String.format(Locale.ROOT, "%.4f,", (k == kind ? 20 : 0) + random.nextGaussian()));
            }
            text.append("kind ").append(kind).append('\n');
        }
        return write(folder.resolve("clusters.csv"), text.toString());
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmbeddingWorkload workload(Path data) {
        return EmbeddingWorkload.of(data, Items.load(data), SearchSpace.empty(), Optional.empty());
    }
}
