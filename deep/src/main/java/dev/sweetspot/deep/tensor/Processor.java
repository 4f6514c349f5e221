package dev.sweetspot.deep.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** What this machine's processor can do, as far as training cares. */
public final class Processor {
    private static final Set<String> BFLOAT16_FLAGS = Set.of("avx512_bf16", "amx_bf16");
    private static final boolean FAST_BFLOAT16 = readsFastBfloat16(Path.of("/proc/cpuinfo"));

    private Processor() {}

    /**
     * Whether it multiplies 16-bit floating point numbers in hardware (AVX-512 bf16 or AMX). Without that, bfloat16 is
     * slower than 32 bits. Read from the operating system where it says so (Linux); false elsewhere.
     */
    public static boolean hasFastBfloat16() {
        return FAST_BFLOAT16;
    }

    static boolean readsFastBfloat16(Path cpuInfo) {
        try (var lines = Files.lines(cpuInfo)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> Arrays.stream(line.split("\\s+")).anyMatch(BFLOAT16_FLAGS::contains))
                    .orElse(false);
        } catch (IOException e) {
            return false;
        }
    }
}
