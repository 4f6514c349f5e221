package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.AutoGradMode;

/** Switches the recording of gradients off for this thread until closed: for predictions and weight updates. */
public final class Gradients implements AutoCloseable {
    private final AutoGradMode mode;

    private Gradients() {
        Native.load();
        mode = new AutoGradMode(false);
    }

    /** Switches recording off; what it was before comes back at {@link #close}. */
    public static Gradients off() {
        return new Gradients();
    }

    @Override
    public void close() {
        mode.deallocate();
    }
}
