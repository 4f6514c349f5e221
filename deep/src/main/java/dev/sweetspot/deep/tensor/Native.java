package dev.sweetspot.deep.tensor;

import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * The engine's native code: loaded once a process, unpacked once a machine (445 MB below {@code ~/.javacpp/cache}).
 * Loading takes 1 to 15 seconds. Processes that begin together on a new machine unpack one after another ({@link FirstUse}).
 *
 * <p>While it loads, no other thread of the process may load native code, that of the JDK's image readers included: JavaCPP
 * looks symbols up inside glibc's walk over the loaded libraries and opens libraries there, so that two loads at once can
 * wait for each other for ever (its {@code dl_iterate_phdr} holds the lock that a {@code dlopen} elsewhere asks for, and
 * asks for the one that this holds). A program loads it before it starts threads that read images.
 */
public final class Native {
    /** What is unpacked, as its jars are called. */
    private static final String ENGINE = "pytorch-2.10.0-1.5.13";

    private static final String GPU_BUILD = "-gpu/";

    /** Of the allocators of LibTorch for processors and GPUs, of its kernels, and of C++. */
    private static final List<String> OUT_OF_MEMORY = List.of(
            "can't allocate memory", "not enough memory", "out of memory", "cannot allocate memory", "std::bad_alloc");

    private Native() {}

    /** Loads the native code if that has not happened yet, and waits for it. */
    public static void load() {
        if (Loaded.SECONDS < 0) {
            throw new AssertionError("a class is loaded before its fields are read");
        }
    }

    /** How long loading took in this process; loads if need be. */
    public static double loadSeconds() {
        return Loaded.SECONDS;
    }

    /**
     * Sets how many threads the calling thread's operations use. The engine keeps this number per thread, so every
     * thread that trains calls this first; results differ in their last bits between thread counts.
     *
     * @param count at least 1
     */
    public static void useThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads = " + count + ": must be at least 1");
        }
        load();
        torch.set_num_threads(count);
    }

    /** The engine's version, for records of what made a result. */
    public static String version() {
        return "LibTorch 2.10.0, Bytedeco 1.5.13";
    }

    /** Whether the engine's GPU build is what was loaded, or would be: whether there is a GPU is another question. */
    public static boolean hasGpuBuild() {
        return torch.class.getResource("/org/bytedeco/pytorch/" + Loader.getPlatform() + GPU_BUILD) != null;
    }

    /**
     * Whether the engine says with this that memory ran out: that of the machine or of a GPU. It says so in words alone.
     *
     * @param thrown by one of its operations
     */
    public static boolean isOutOfMemory(RuntimeException thrown) {
        var said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        return OUT_OF_MEMORY.stream().anyMatch(said::contains);
    }

    /** Which instructions of the processor the engine uses: "AVX512". Results differ in their last bits between them. */
    public static String processor() {
        load();
        return torch.get_cpu_capability().getString();
    }

    private static final class Loaded {
        private static final String PHYSICAL_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

        static final double SECONDS = loadNow();

        private static double loadNow() {
            var start = System.nanoTime();
            // JavaCPP would ask the system for the process's memory at each new pointer (3.0 instead of 1.4 µs an
            // operation), and refuse all work once that is above four times the heap, which has no bearing on it.
            if (System.getProperty(PHYSICAL_LIMIT) == null) {
                System.setProperty(PHYSICAL_LIMIT, "0");
            }
            FirstUse.loading(ENGINE + (hasGpuBuild() ? "-gpu" : ""), Loaded::libraries);
            return (System.nanoTime() - start) / 1e9;
        }

        private static void libraries() {
            Loader.load(openblas.class);
            // OpenBLAS would otherwise take all cores for each of our threads: 32 instead of 1,100 steps/s on an MLP.
            openblas_nolapack.blas_set_num_threads(1);
            Loader.load(torch.class);
        }
    }
}
