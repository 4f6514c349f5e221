package dev.sweetspot.studio.project;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a project, a line each: eight hexadecimal digits of its CRC-32, a space, JSON. A line is written with one
 * write and synced before the change is acknowledged, so that only the last line can ever be torn; that one is dropped.
 */
final class Journal implements AutoCloseable {
    /** The name of the file. */
    static final String FILE = "project.journal";

    private static final String MARK = "sweetspot_project";
    private static final int FORMAT = 1;
    private static final int PREFIX = 9;
    /** The longest line that is believed. */
    private static final int LONGEST = 256 << 20;

    private final FileChannel channel;
    private boolean broken;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** A new journal, with its first line. */
    static Journal create(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var journal = new Journal(channel);
        journal.write(line(Form.of(new LinkedHashMap<>(Map.of(MARK, Form.of((long) FORMAT))))));
        return journal;
    }

    /** Goes on with a journal behind its last whole line. */
    static Journal open(Path file, long end) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(end);
        channel.position(end);
        return new Journal(channel);
    }

    /**
     * Writes an entry; when this returns, it is on the disk.
     *
     * @throws IOException when it is not; then nothing of it is left in the file, or nothing more can be written
     */
    void append(Entry entry) throws IOException {
        write(line(entry.toForm()));
    }

    private void write(byte[] line) throws IOException {
        if (broken) {
            throw new IOException("an earlier change could not be written");
        }
        long start = channel.position();
        try {
            var buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        } catch (IOException e) {
            broken = true;
            channel.truncate(start);
            channel.force(false);
            broken = false;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static byte[] line(Form form) {
        var json = Json.write(form).getBytes(StandardCharsets.UTF_8);
        var line = new byte[PREFIX + json.length + 1];
        var checksum = String.format(Locale.ROOT, "%08x ", checksum(json, 0, json.length));
        System.arraycopy(checksum.getBytes(StandardCharsets.US_ASCII), 0, line, 0, PREFIX);
        System.arraycopy(json, 0, line, PREFIX, json.length);
        line[line.length - 1] = '\n';
        return line;
    }

    private static long checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32();
        crc.update(bytes, from, length);
        return crc.getValue();
    }

    /**
     * Reads a journal to its end.
     *
     * @param source what it is called in messages
     * @param entries takes them in order
     * @return how many bytes of it are whole lines; what is behind them is torn
     * @throws InvalidInputException when it is no journal, or is damaged before its end
     */
    static long read(InputStream in, String source, Consumer<Entry> entries) throws IOException {
        var lines = new Lines(in);
        long good = 0;
        int number = 0;
        boolean torn = false;
        for (var line = lines.next(); line.length > 0; line = lines.next()) {
            number++;
            if (!whole(line)) {
                torn = true;
                continue;
            }
            if (torn) {
                throw damaged(source, number - 1, null);
            }
            take(line, source, number, entries);
            good += line.length;
        }
        if (number == 0 || good == 0) {
            throw new InvalidInputException(
                    "project", Shown.name(source), "is no project of Sweetspot", "another one?");
        }
        return good;
    }

    private static void take(byte[] line, String source, int number, Consumer<Entry> entries) {
        try {
            var json = new String(line, PREFIX, line.length - PREFIX - 1, StandardCharsets.UTF_8);
            var form = Json.parseMap(json, source);
            if (number > 1) {
                entries.accept(Entry.fromForm(form));
            } else if (!form.find(MARK).equals(Optional.of(Form.of((long) FORMAT)))) {
                throw new InvalidInputException(
                        "project", Shown.name(source), "is of a kind that is not known here", "a newer Sweetspot?");
            }
        } catch (InvalidInputException e) {
            throw number == 1 ? e : damaged(source, number, e);
        } catch (IllegalArgumentException e) {
            throw damaged(source, number, e);
        }
    }

    private static InvalidInputException damaged(String source, int line, @Nullable Exception cause) {
        var why = cause == null ? "is damaged" : String.valueOf(cause.getMessage());
        var message = "project = " + Shown.name(source) + ": line " + line + " cannot be used (" + why
                + "). Maybe a copy of it is whole?";
        return cause == null ? new InvalidInputException(message) : new InvalidInputException(message, cause);
    }

    private static boolean whole(byte[] line) {
        if (line.length <= PREFIX || line[line.length - 1] != '\n' || line[PREFIX - 1] != ' ') {
            return false;
        }
        long sum = checksum(line, PREFIX, line.length - PREFIX - 1);
        var written = new String(line, 0, PREFIX - 1, StandardCharsets.US_ASCII);
        return written.equals(String.format(Locale.ROOT, "%08x", sum));
    }

    /** Lines with their ends; the last one may have none. */
    private static final class Lines {
        private final InputStream in;
        private byte[] buffer = new byte[1 << 16];
        private int from;
        private int to;
        private int shifted;

        Lines(InputStream in) {
            this.in = in;
        }

        byte[] next() throws IOException {
            int at = from;
            while (true) {
                for (; at < to; at++) {
                    if (buffer[at] == '\n') {
                        return cut(at + 1);
                    }
                }
                if (at - from >= LONGEST) {
                    return cut(to);
                }
                if (!fill()) {
                    return cut(to);
                }
                at -= shifted;
            }
        }

        private boolean fill() throws IOException {
            shifted = 0;
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, to - from);
                shifted = from;
                to -= from;
                from = 0;
            }
            if (to == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            int read = in.read(buffer, to, buffer.length - to);
            to += Math.max(0, read);
            return read > 0;
        }

        private byte[] cut(int end) {
            var line = Arrays.copyOfRange(buffer, from, end);
            from = end;
            return line;
        }
    }
}
