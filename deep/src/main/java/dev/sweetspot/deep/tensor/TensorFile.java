package dev.sweetspot.deep.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.bytedeco.pytorch.ByteVector;
import org.bytedeco.pytorch.global.torch;

/** Named tensors of files that PyTorch wrote: a plain dictionary ({@code torch.save(dict(...))}) or a TorchScript module. */
public final class TensorFile {
    private TensorFile() {}

    /**
     * Numbers with a shape, in row-major order.
     *
     * @param shape empty for a single number
     */
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers, never compared
    public record Numbers(long[] shape, float[] values) {}

    /**
     * All tensors of floating point numbers of a file, by name.
     *
     * @throws IOException when it is no such file
     */
    public static Map<String, Numbers> read(Path file) throws IOException {
        boolean script;
        try (var zip = new ZipFile(file.toFile())) {
            script = zip.stream().anyMatch(entry -> entry.getName().endsWith("constants.pkl"));
        }
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assert scope != null && off != null;
            return script ? script(file) : dictionary(file);
        } catch (RuntimeException e) {
            var said = String.valueOf(e.getMessage());
            throw new IOException(
                    said.lines().findFirst().orElse(said)
                            + ". Maybe write it as torch.save(dict(model.state_dict()), ...)?",
                    e);
        }
    }

    private static Map<String, Numbers> script(Path file) {
        var module = torch.load(file.toString());
        var tensors = new LinkedHashMap<String, Numbers>();
        var parameters = module.named_parameters(true);
        for (var at = parameters.begin(); at.notEquals(parameters.end()); at.increment()) {
            put(tensors, at.multiply().name().getString(), at.multiply().value());
        }
        var buffers = module.named_buffers(true);
        for (var at = buffers.begin(); at.notEquals(buffers.end()); at.increment()) {
            put(tensors, at.multiply().name().getString(), at.multiply().value());
        }
        return tensors;
    }

    private static Map<String, Numbers> dictionary(Path file) throws IOException {
        var value = torch.pickle_load(new ByteVector(Files.readAllBytes(file)));
        if (!value.isGenericDict()) {
            throw new IOException("it holds no dictionary of tensors");
        }
        var tensors = new LinkedHashMap<String, Numbers>();
        var entries = value.toGenericDict();
        for (var at = entries.begin(); !at.equals(entries.end()); at.increment()) {
            var entry = at.access();
            if (entry.key().isString() && entry.value().isTensor()) {
                put(
                        tensors,
                        entry.key().toStringRef().getString(),
                        entry.value().toTensor());
            }
        }
        return tensors;
    }

    private static void put(Map<String, Numbers> tensors, String name, org.bytedeco.pytorch.Tensor tensor) {
        if (tensor.is_floating_point()) {
            var plain = new Tensor(tensor.to(ElementType.FLOAT32.nativeType()).contiguous());
            tensors.put(name, new Numbers(plain.shape(), plain.floats()));
        }
    }
}
