package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tensors in the safetensors format (github.com/huggingface/safetensors): the length of a JSON header in 8 bytes, the
 * header, and the values one behind the other; little-endian.
 */
final class Safetensors {
    private static final int ALIGNMENT = 8;

    private Safetensors() {}

    static void write(Path file, Map<String, Constant> tensors, Map<String, String> notes) throws IOException {
        var header = header(tensors, notes);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (var tensor : tensors.values()) {
                var bytes = ByteBuffer.allocate(tensor.values().length * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(tensor.values());
                out.write(bytes.array());
            }
        }
    }

    private static byte[] header(Map<String, Constant> tensors, Map<String, String> notes) {
        var entries = new LinkedHashMap<String, Form>();
        var texts = new LinkedHashMap<String, Form>();
        notes.forEach((name, text) -> texts.put(name, Form.of(text)));
        entries.put("__metadata__", Form.of(texts));
        long at = 0;
        for (var tensor : tensors.entrySet()) {
            long end = at + (long) tensor.getValue().values().length * Float.BYTES;
            var entry = new LinkedHashMap<String, Form>();
            entry.put("dtype", Form.of("F32"));
            entry.put(
                    "shape",
                    Form.of(tensor.getValue().shape().stream().map(Form::of).toList()));
            entry.put("data_offsets", Form.of(List.of(Form.of(at), Form.of(end))));
            entries.put(tensor.getKey(), Form.of(entry));
            at = end;
        }
        var text = Json.write(Form.of(entries)).getBytes(StandardCharsets.UTF_8);
        int length = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        var padded = new byte[length];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(text, 0, padded, 0, text.length);
        return padded;
    }
}
