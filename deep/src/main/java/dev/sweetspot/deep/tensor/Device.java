package dev.sweetspot.deep.tensor;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Where tensors lie and are computed with: the one place that knows. A tensor stays where it was made; what is made of
 * others lies where they lie, and what comes from Java's arrays goes there by {@link Tensor#on}.
 *
 * <p>The same numbers come out, bit for bit, on the processor alone: a GPU adds in whatever order its threads come.
 */
public final class Device {
    /** The processor and its memory. */
    public static final Device CPU = new Device("cpu", torch.DeviceType.CPU);

    /** The first GPU that the engine sees; it needs the engine's GPU build. */
    public static final Device CUDA = new Device("cuda", torch.DeviceType.CUDA);

    /** Shapes without numbers: mixing it with another device is an error, so tests find what was left behind. */
    static final Device META = new Device("meta", torch.DeviceType.Meta);

    /** The word for the best device that there is. */
    public static final String AUTO = "auto";

    private static final List<String> WORDS = List.of(AUTO, "cpu", "cuda");
    private static final String OPTION = "device";

    private final String word;
    private final torch.DeviceType type;

    private Device(String word, torch.DeviceType type) {
        this.word = word;
        this.type = type;
    }

    /** As people write it: "cpu" or "cuda". */
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word;
    }

    /** Those that there are, the processor first. Loads the engine. */
    public static List<Device> available() {
        Native.load();
        var all = new ArrayList<>(List.of(CPU));
        if (torch.cuda_is_available()) {
            all.add(CUDA);
        }
        return List.copyOf(all);
    }

    /**
     * Refuses a word that means none, whether it is there or not. Loads nothing.
     *
     * @throws InvalidInputException when the word is not known
     */
    public static void check(String word) {
        if (!WORDS.contains(word)) {
            throw new InvalidInputException(OPTION, word, "is not known", DidYouMean.maybe(word, WORDS));
        }
    }

    /**
     * The device of a word; {@link #AUTO} takes a GPU where there is one. Loads the engine.
     *
     * @throws InvalidInputException when the word is not known, or there is no such device, with the reason
     */
    public static Device named(String word) {
        check(word);
        return named(word, available());
    }

    static Device named(String word, List<Device> available) {
        if (word.equals(AUTO)) {
            return available.get(available.size() - 1);
        }
        return available.stream()
                .filter(device -> device.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        OPTION,
                        word,
                        whyNoGpu(),
                        Native.hasGpuBuild()
                                ? "look what nvidia-smi says, or take cpu?"
                                : "build it with -Pgpu as docs/guide/gpu.md says, or take cpu?"));
    }

    /** Why there is no GPU, as the end of a sentence that begins with it. */
    public static String whyNoGpu() {
        return Native.hasGpuBuild()
                ? "is not there: the engine can use GPUs but sees none, for want of a GPU, its driver, or CUDA's libraries"
                : "is not there: this engine was built for processors alone";
    }

    static Device of(org.bytedeco.pytorch.Tensor tensor) {
        return tensor.is_cpu() ? CPU : tensor.is_cuda() ? CUDA : META;
    }

    org.bytedeco.pytorch.Device nativeDevice() {
        return new org.bytedeco.pytorch.Device(type);
    }

    TensorOptions options(ElementType elements) {
        return new TensorOptions(elements.nativeType()).device(new DeviceOptional(nativeDevice()));
    }

    /**
     * Fills a tensor from Java, by way of the processor's memory where it lies elsewhere.
     *
     * @param writer writes into the memory of the tensor it is given, in the order in which it lies there
     */
    static void write(org.bytedeco.pytorch.Tensor tensor, Consumer<org.bytedeco.pytorch.Tensor> writer) {
        if (tensor.is_cpu()) {
            writer.accept(tensor);
            return;
        }
        try (var here = torch.empty_like(tensor, CPU.options(ElementType.of(tensor)), new MemoryFormatOptional())) {
            writer.accept(here);
            tensor.copy_(here);
        }
    }
}
