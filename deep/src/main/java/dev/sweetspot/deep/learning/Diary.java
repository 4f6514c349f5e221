package dev.sweetspot.deep.learning;

import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.adversarial.AdversarialTraining;
import dev.sweetspot.deep.adversarial.Latents;
import dev.sweetspot.deep.adversarial.SampleSheet;
import dev.sweetspot.deep.training.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * What a training draws as it goes on, always from the same random vectors; nothing where it draws nothing. Looking changes
 * nothing in the training.
 */
final class Diary {
    private static final int COLUMNS = 10;
    private static final int MOST_ROWS = 10;
    private static final int SAMPLES = 100;
    private static final long SEED = 2;

    private final Session session;
    private final List<Entry> entries = new ArrayList<>();
    private double apart;

    /** A moment. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(double epochs, float[][] images) {}

    Diary(Session session) {
        this.session = session;
    }

    /** Looks, unless the last time was a short while ago; of many moments every second is forgotten. */
    void see() {
        if (!(session instanceof AdversarialTraining drawing)
                || (!entries.isEmpty() && session.epochs() - last() < apart)) {
            return;
        }
        entries.add(new Entry(session.epochs(), drawing.draw(latents(drawing, COLUMNS))));
        if (entries.size() > MOST_ROWS) {
            for (int i = entries.size() - 2; i > 0; i -= 2) {
                entries.remove(i);
            }
            apart = (last() - entries.get(0).epochs()) / (entries.size() - 1);
        }
    }

    private double last() {
        return entries.get(entries.size() - 1).epochs();
    }

    private static float[][] latents(AdversarialTraining drawing, int count) {
        return Latents.of(SEED, count, drawing.network().input().size());
    }

    /**
     * Writes what it draws now, and how that came about.
     *
     * @return what each is, by the names of the files
     */
    Map<String, String> write(ImageShape shape, Path folder) throws IOException {
        if (!(session instanceof AdversarialTraining drawing)) {
            return Map.of();
        }
        var rows = new ArrayList<>(entries.stream().map(Entry::images).toList());
        var moments = new ArrayList<>(entries.stream().map(Entry::epochs).toList());
        if (moments.isEmpty() || last() < session.epochs()) {
            rows.add(drawing.draw(latents(drawing, COLUMNS)));
            moments.add(session.epochs());
        }
        var said = moments.stream()
                .map(epochs -> String.format(Locale.ROOT, "%.3g", epochs))
                .collect(Collectors.joining(", "));
        var now = SampleSheet.of(drawing.draw(latents(drawing, SAMPLES)), shape, COLUMNS);
        ImageIO.write(now, "png", folder.resolve("samples.png").toFile());
        ImageIO.write(
                SampleSheet.of(rows, shape),
                "png",
                folder.resolve("samples-over-time.png").toFile());
        var written = new LinkedHashMap<String, String>();
        written.put("samples.png", "images that it draws");
        written.put("samples-over-time.png", "the same " + COLUMNS + " images after " + said + " epochs, a row each");
        return written;
    }
}
