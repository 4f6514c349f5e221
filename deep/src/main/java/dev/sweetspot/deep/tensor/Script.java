package dev.sweetspot.deep.tensor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.ExtraFilesMap;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.global.torch;

/** A program in TorchScript with its weights: what {@code torch.jit.load} of Python reads. */
public final class Script implements AutoCloseable {
    private final JitModule module;

    private Script(JitModule module) {
        this.module = module;
    }

    /**
     * Weights of a program.
     *
     * @param name "weight", or "conv_3.weight" for one of a module inside
     * @param values in row-major order
     * @param trained whether Python gives it among the parameters, else among the buffers
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Weight(String name, List<Integer> shape, float[] values, boolean trained) {}

    /**
     * Writes a program.
     *
     * @param name of its type
     * @param source the {@code forward} method, in TorchScript
     * @param notes files that lie in the same archive, by name
     * @throws RuntimeException when the source is wrong, naming the place
     */
    public static void save(Path file, String name, List<Weight> weights, String source, Map<String, String> notes) {
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assert scope != null && off != null;
            var whole = new JitModule(new QualifiedName("__torch__." + name));
            var inside = new HashMap<String, JitModule>();
            for (var weight : weights) {
                int dot = weight.name().indexOf('.');
                var holder = dot < 0
                        ? whole
                        : inside.computeIfAbsent(
                                weight.name().substring(0, dot),
                                part -> new JitModule(new QualifiedName("__torch__." + name + "_" + part)));
                register(holder, weight.name().substring(dot + 1), weight);
            }
            inside.forEach(whole::register_module);
            whole.define(source);
            whole.eval();
            var files = new ExtraFilesMap();
            notes.forEach((note, text) -> files.put(
                    new BytePointer(note, StandardCharsets.UTF_8), new BytePointer(text, StandardCharsets.UTF_8)));
            whole.save(file.toString(), files);
        }
    }

    private static void register(JitModule holder, String name, Weight weight) {
        var shape = weight.shape().stream().mapToLong(Integer::longValue).toArray();
        var tensor = Tensor.of(weight.values(), shape).handle();
        if (weight.trained()) {
            tensor.set_requires_grad(true);
            holder.register_parameter(name, tensor, false);
        } else {
            holder.register_buffer(name, tensor);
        }
    }

    /**
     * Reads a program.
     *
     * @throws RuntimeException when the file is none
     */
    public static Script load(Path file) {
        Native.load();
        return new Script(torch.load(file.toString()));
    }

    /** What it makes of its inputs. */
    public Tensor run(Tensor... inputs) {
        var values = new IValueVector();
        Arrays.stream(inputs).forEach(input -> values.push_back(new IValue(input.handle())));
        return new Tensor(module.forward(values).toTensor());
    }

    @Override
    public void close() {
        module.close();
    }
}
