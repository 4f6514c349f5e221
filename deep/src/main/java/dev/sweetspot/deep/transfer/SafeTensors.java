package dev.sweetspot.deep.transfer;

import dev.sweetspot.deep.tensor.TensorFile;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files in the safetensors format: eight bytes that say how long a JSON header is (little-endian), the header {@code {name:
 * {dtype, shape, data_offsets}}}, and the numbers.
 */
final class SafeTensors {
    private static final long MOST_HEADER = 100_000_000;

    private SafeTensors() {}

    /** All tensors of floating point numbers. */
    static Map<String, TensorFile.Numbers> read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            long length = at(channel, 0, Long.BYTES).getLong();
            if (length < 2 || length > Math.min(MOST_HEADER, channel.size() - Long.BYTES)) {
                throw new IOException("it is no safetensors file");
            }
            var text = StandardCharsets.UTF_8
                    .decode(at(channel, Long.BYTES, (int) length))
                    .toString();
            var tensors = new LinkedHashMap<String, TensorFile.Numbers>();
            for (var entry : Json.parseMap(text, "its header").entries().entrySet()) {
                if (!entry.getKey().equals("__metadata__")) {
                    tensor(channel, Long.BYTES + length, entry.getValue(), entry.getKey(), tensors);
                }
            }
            return tensors;
        }
    }

    private static void tensor(
            FileChannel channel, long base, Form form, String name, Map<String, TensorFile.Numbers> tensors)
            throws IOException {
        var fields = Fields.of(form);
        var type = fields.text("dtype");
        int bytes =
                switch (type) {
                    case "F64" -> 8;
                    case "F32" -> 4;
                    case "BF16", "F16" -> 2;
                    default -> 0;
                };
        if (bytes == 0) {
            return;
        }
        var shape = numbers(fields, "shape");
        var offsets = numbers(fields, "data_offsets");
        long count = 1;
        for (long side : shape) {
            count *= side;
        }
        if (offsets.length != 2
                || offsets[1] - offsets[0] != count * bytes
                || offsets[0] < 0
                || base + offsets[1] > channel.size()) {
            throw new IOException("it is damaged: " + name + " does not lie where it says");
        }
        var buffer = at(channel, base + offsets[0], Math.toIntExact(count * bytes));
        var values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case "F64" -> (float) buffer.getDouble();
                case "F32" -> buffer.getFloat();
                case "BF16" -> Float.intBitsToFloat(buffer.getShort() << 16);
                default -> half(buffer.getShort());
            };
        }
        tensors.put(name, new TensorFile.Numbers(shape, values));
    }

    /** IEEE 754 with 5 bits of exponent and 10 of fraction. */
    static float half(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        double size =
                switch (exponent) {
                    case 0 -> fraction * 0x1p-24;
                    case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
                    default -> (1 + fraction / 1024.0) * Math.pow(2, exponent - 15.0);
                };
        return (float) (bits < 0 ? -size : size);
    }

    private static long[] numbers(Fields fields, String name) {
        return fields.list(name).items().stream()
                .mapToLong(item -> (long) ((Form.NumberForm) item).doubleValue())
                .toArray();
    }

    private static ByteBuffer at(FileChannel channel, long start, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, start + buffer.position()) < 0) {
                throw new IOException("it ends too early");
            }
        }
        return buffer.flip();
    }
}
