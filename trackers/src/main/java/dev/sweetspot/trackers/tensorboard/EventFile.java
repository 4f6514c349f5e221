package dev.sweetspot.trackers.tensorboard;

import dev.sweetspot.form.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file that grows, and whose bytes follow from the log of the study alone: what is told again is compared with what is
 * there, and only what is missing is written, the rest of a record that was cut off included.
 */
final class EventFile {
    private final Path path;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long position;

    EventFile(Path path) {
        this.path = path;
    }

    void add(byte[] record) {
        waiting.writeBytes(record);
    }

    void flush() throws IOException {
        if (waiting.size() == 0) {
            return;
        }
        Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(Path.of("")));
        var bytes = waiting.toByteArray();
        try (var channel = Files.newByteChannel(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int there = (int) Math.min(bytes.length, Math.max(0, channel.size() - position));
            channel.position(position);
            if (!Arrays.equals(read(channel, there), Arrays.copyOf(bytes, there))) {
                throw new InvalidInputException(
                        "tensorboard", path, "holds other events than those of this study", "a new folder?");
            }
            var rest = ByteBuffer.wrap(bytes, there, bytes.length - there);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
        position += bytes.length;
        waiting.reset();
    }

    private static byte[] read(SeekableByteChannel channel, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // As much at a time as the channel gives.
        }
        return buffer.array();
    }
}
