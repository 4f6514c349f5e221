package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A random generator of one network's own, so that trainings beside each other in one process do not disturb one
 * another. Not safe for several threads.
 */
public final class Draws implements AutoCloseable {
    private final Generator generator;
    private final GeneratorOptional argument;

    /** A generator with a seed. */
    public Draws(long seed) {
        Native.load();
        generator = torch.make_generator_cpu(seed);
        generator.retainReference();
        argument = new GeneratorOptional(generator);
        argument.retainReference();
    }

    /** Begins again from a seed: called for each step, it makes the draws a function of the step alone. */
    public void reseed(long seed) {
        generator.set_current_seed(seed);
    }

    GeneratorOptional argument() {
        return argument;
    }

    @Override
    public void close() {
        argument.releaseReference();
        generator.releaseReference();
    }
}
