package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A file of a JSON header and arrays of 32-bit numbers: checkpoints and models. Big-endian, lengths before content, a
 * checksum (CRC-32C) of everything at the end.
 */
public final class SnapshotFile {
    private static final int MAGIC = 0x53575332;

    private SnapshotFile() {}

    /** What a file holds. */
    public record Content(MapForm header, List<float[]> arrays) {
        /** Keeps a copy of the list. */
        public Content {
            arrays = List.copyOf(arrays);
        }
    }

    /** Writes a header and arrays. */
    public static void write(Path path, Content content) throws IOException {
        var checksum = new CRC32C();
        try (var file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                var out = new DataOutputStream(new CheckedOutputStream(file, checksum))) {
            var header = Json.write(content.header()).getBytes(StandardCharsets.UTF_8);
            out.writeInt(MAGIC);
            out.writeInt(header.length);
            out.write(header);
            out.writeInt(content.arrays().size());
            for (var array : content.arrays()) {
                var buffer = ByteBuffer.allocate(4 + array.length * 4);
                buffer.putInt(array.length).asFloatBuffer().put(array);
                out.write(buffer.array());
            }
            out.writeLong(checksum.getValue());
        }
    }

    /**
     * Reads what was written.
     *
     * @throws IOException when it is not such a file, or not whole, or damaged
     */
    public static Content read(Path path) throws IOException {
        var checksum = new CRC32C();
        long size = Files.size(path);
        try (var file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
                var in = new DataInputStream(new CheckedInputStream(file, checksum))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("it is no file of this program");
            }
            var header = bytes(in, in.readInt(), size);
            var arrays = new ArrayList<float[]>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                long length = in.readInt();
                var bytes = bytes(in, length * 4, size);
                var array = new float[(int) length];
                ByteBuffer.wrap(bytes).asFloatBuffer().get(array);
                arrays.add(array);
            }
            long found = checksum.getValue();
            if (in.readLong() != found || in.read() >= 0) {
                throw new IOException("it is damaged");
            }
            return new Content(Json.parseMap(new String(header, StandardCharsets.UTF_8), "its header"), arrays);
        } catch (EOFException e) {
            throw new IOException(size == 0 ? "it is empty" : "it ends too early", e);
        }
    }

    /** A damaged length must not ask for more memory than the file has bytes. */
    private static byte[] bytes(DataInputStream in, long length, long size) throws IOException {
        if (length < 0 || length > Integer.MAX_VALUE - 8) {
            throw new IOException("it is damaged");
        }
        if (length > size) {
            throw new EOFException();
        }
        var bytes = new byte[(int) length];
        in.readFully(bytes);
        return bytes;
    }

    /** Writes a checkpoint. */
    public static void writeCheckpoint(Path path, Checkpoint checkpoint) throws IOException {
        var arrays = new ArrayList<float[]>();
        var trainings = new ArrayList<Form>();
        for (var snapshot : checkpoint.snapshots()) {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("step", Form.of(snapshot.step()));
            entries.put("planned_epochs", Form.of(snapshot.plannedEpochs()));
            entries.put(
                    "losses", Form.of(snapshot.losses().stream().map(Form::of).toList()));
            entries.put("slots", Form.of(snapshot.slots().size()));
            trainings.add(Form.of(entries));
            arrays.add(snapshot.state().weights());
            arrays.add(snapshot.state().statistics());
            arrays.addAll(snapshot.slots());
        }
        var header = new LinkedHashMap<String, Form>();
        header.put("trainings", Form.of(trainings));
        header.put("memory", checkpoint.memory());
        write(path, new Content(Form.of(header), arrays));
    }

    /** The checkpoint of a file. */
    public static Checkpoint readCheckpoint(Path path) throws IOException {
        var content = read(path);
        var header = Fields.of(content.header());
        var arrays = content.arrays();
        var snapshots = new ArrayList<Snapshot>();
        int next = 0;
        for (var item : header.list("trainings").items()) {
            var fields = Fields.of(item);
            int slots = next + 2;
            int end = slots + fields.integer("slots");
            snapshots.add(new Snapshot(
                    fields.whole("step"),
                    fields.number("planned_epochs"),
                    new Module.State(arrays.get(next), arrays.get(next + 1)),
                    arrays.subList(slots, end),
                    fields.list("losses").items().stream()
                            .map(loss -> ((Form.NumberForm) loss).doubleValue())
                            .toList()));
            next = end;
        }
        return new Checkpoint(snapshots, (MapForm) header.require("memory"));
    }

    /**
     * What a trial needs to go on.
     *
     * @param snapshots one of each of its trainings, in their order
     * @param memory what the caller wants to remember beside them
     */
    public record Checkpoint(List<Snapshot> snapshots, MapForm memory) {
        /** Keeps a copy of the list. */
        public Checkpoint {
            snapshots = List.copyOf(snapshots);
        }

        /** The same for trainings that are planned to be so many epochs long: the schedule follows from the next step on. */
        public Checkpoint planned(double epochs) {
            return new Checkpoint(
                    snapshots.stream()
                            .map(each -> new Snapshot(each.step(), epochs, each.state(), each.slots(), each.losses()))
                            .toList(),
                    memory);
        }
    }
}
