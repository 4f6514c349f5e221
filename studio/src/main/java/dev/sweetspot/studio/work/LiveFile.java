package dev.sweetspot.studio.work;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a process tells while it tells it: each time goes on where it was. For any number of threads. */
final class LiveFile {
    /** More points than a picture has columns say nothing more. */
    private static final int MOST_GLIMPSES = 1500;

    private static final int MOST_NOTICES = 20;
    private static final int CHUNK = 1 << 20;

    /** The one event that no process tells of itself: it is about to be begun. */
    private static final String LAUNCHED = "launched";

    private final Path file;
    private final List<Sighting.Glimpse> glimpses = new ArrayList<>();
    private final Deque<String> notices = new ArrayDeque<>();
    private final Map<String, Sighting.Fitting> fittings = new LinkedHashMap<>();
    private long position;
    private Optional<String> study = Optional.empty();
    private Optional<Integer> trial = Optional.empty();
    private Optional<Double> secondsLeft = Optional.empty();
    private String sentence = "";
    private double apart;

    LiveFile(Path file) {
        this.file = file;
    }

    /** A process is about to be begun, which will tell more. */
    void launched() throws IOException {
        Files.writeString(
                file,
                // Behind whatever a killed one has left of its last line.
                "\n" + Json.write(Form.of(Map.of("event", Form.of(LAUNCHED)))) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** All that was told until now. */
    synchronized Sighting now() {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (readOn(channel)) {
                // Chunk by chunk: a file of a long work is not read at once.
            }
        } catch (NoSuchFileException notYet) {
            return Sighting.NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sighting(study, trial, sentence, secondsLeft, fittings, new ArrayList<>(notices), glimpses);
    }

    /** Whether there may be more. */
    private boolean readOn(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(CHUNK);
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {
            // A read may bring less than there is.
        }
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        if (end == 0) {
            // The last line is being written; one that is longer than a chunk is none of ours.
            position += bytes.hasRemaining() ? 0 : CHUNK;
            return !bytes.hasRemaining();
        }
        new String(bytes.array(), 0, end, StandardCharsets.UTF_8).lines().forEach(this::take);
        position += end;
        return !bytes.hasRemaining();
    }

    private void take(String line) {
        try {
            take(Fields.of(Json.parseMap(line, file.toString())));
        } catch (InvalidInputException torn) {
            // A process that was killed while it wrote leaves half a line, and the next one begins behind it.
        }
    }

    private void take(Fields line) {
        secondsLeft = line.findNumber("seconds_left").or(() -> secondsLeft);
        switch (line.text("event")) {
            case LAUNCHED -> {
                // Another process goes on: what the one before was at is over.
                fittings.clear();
                secondsLeft = Optional.empty();
                sentence = "";
            }
            case "study" -> study = line.findText("study");
            case "started" -> start(line.integer("trial"));
            case "began" -> sentence = line.text("sentence");
            case "glimpse" -> {
                if (trial.filter(latest -> latest == line.integer("trial")).isPresent()) {
                    glimpse(new Sighting.Glimpse(line.number("fidelity"), line.number("training_loss")));
                }
            }
            case "fitting" ->
                fittings.put(line.text("what"), new Sighting.Fitting(line.number("epochs"), line.number("planned")));
            case "noticed", "search_ended" -> notice(line.text("sentence"));
            default -> {
                // A newer program may tell more.
            }
        }
    }

    /** Of the trials of a search the latest one is watched. */
    private void start(int number) {
        if (trial.filter(same -> same == number).isEmpty()) {
            trial = Optional.of(number);
            glimpses.clear();
            apart = 0;
        }
    }

    private void notice(String text) {
        notices.addLast(text);
        if (notices.size() > MOST_NOTICES) {
            notices.removeFirst();
        }
    }

    /** What goes on from a checkpoint repeats what was seen; of too many every second is forgotten. */
    private void glimpse(Sighting.Glimpse glimpse) {
        glimpses.removeIf(earlier -> earlier.fidelity() >= glimpse.fidelity());
        if (!glimpses.isEmpty()
                && glimpse.fidelity() - glimpses.get(glimpses.size() - 1).fidelity() < apart) {
            return;
        }
        glimpses.add(glimpse);
        if (glimpses.size() > MOST_GLIMPSES) {
            for (int i = glimpses.size() - 2; i > 0; i -= 2) {
                glimpses.remove(i);
            }
            apart = (glimpse.fidelity() - glimpses.get(0).fidelity()) / glimpses.size();
        }
    }
}
