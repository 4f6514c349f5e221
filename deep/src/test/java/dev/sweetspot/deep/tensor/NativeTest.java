package dev.sweetspot.deep.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class NativeTest {
    @Test
    void theSizeOfTheHeapDoesNotLimitTheMemoryOfTheEngine() {
        assertThat(Native.loadSeconds()).isPositive();
        assertThat(Pointer.maxPhysicalBytes()).isZero();
    }
}
