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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** A file of a JSON header and arrays of 32-bit numbers: checkpoints and models. Big-endian, lengths before content. */
public final class SnapshotFile {
    private static final int MAGIC = 0x53575331;

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
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16))) {
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
        }
    }

    /** Reads what was written. */
    public static Content read(Path path) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(path + " is no file of this program");
            }
            var header = in.readNBytes(in.readInt());
            var arrays = new ArrayList<float[]>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                var array = new float[in.readInt()];
                var bytes = in.readNBytes(array.length * 4);
                if (bytes.length != array.length * 4) {
                    throw new IOException(path + " ends too early");
                }
                ByteBuffer.wrap(bytes).asFloatBuffer().get(array);
                arrays.add(array);
            }
            return new Content(Json.parseMap(new String(header, StandardCharsets.UTF_8), path.toString()), arrays);
        }
    }

    /** Writes a checkpoint. */
    public static void writeCheckpoint(Path path, Checkpoint checkpoint) throws IOException {
        var snapshot = checkpoint.snapshot();
        var header = new LinkedHashMap<String, Form>();
        header.put("step", Form.of(snapshot.step()));
        header.put("planned_epochs", Form.of(snapshot.plannedEpochs()));
        header.put("memory", checkpoint.memory());
        var arrays = new ArrayList<>(Arrays.asList(
                snapshot.state().weights(),
                snapshot.state().statistics(),
                checkpoint.best().weights(),
                checkpoint.best().statistics()));
        arrays.addAll(snapshot.slots());
        write(path, new Content(Form.of(header), arrays));
    }

    /** The checkpoint of a file. */
    public static Checkpoint readCheckpoint(Path path) throws IOException {
        var content = read(path);
        var fields = Fields.of(content.header());
        var arrays = content.arrays();
        var state = new Module.State(arrays.get(0), arrays.get(1));
        var snapshot = new Snapshot(
                fields.whole("step"), fields.number("planned_epochs"), state, arrays.subList(4, arrays.size()));
        return new Checkpoint(
                snapshot, new Module.State(arrays.get(2), arrays.get(3)), (MapForm) fields.require("memory"));
    }

    /**
     * What a training needs to go on.
     *
     * @param best the best weights so far
     * @param memory what the caller wants to remember beside it
     */
    public record Checkpoint(Snapshot snapshot, Module.State best, MapForm memory) {}
}
