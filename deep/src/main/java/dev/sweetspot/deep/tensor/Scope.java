package dev.sweetspot.deep.tensor;

import org.bytedeco.javacpp.PointerScope;

/**
 * A stretch of work of one thread: every tensor made in it is given back at its end, except those that
 * {@link Tensor#keep} saved. Scopes nest; each training step is one.
 */
public final class Scope implements AutoCloseable {
    private final PointerScope nativeScope;

    private Scope() {
        Native.load();
        nativeScope = new PointerScope();
    }

    /** Begins a scope of this thread. */
    public static Scope open() {
        return new Scope();
    }

    @Override
    public void close() {
        nativeScope.close();
    }
}
