package dev.sweetspot.deep.family;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.space.Configuration;
import java.util.Set;

/** Two networks that learn from each other. {@link #network} is the one that draws: it is kept. */
public interface AdversarialFamily extends ModelFamily {
    /** The network that judges: from images to one number, larger for what it takes for real. */
    Network discriminator(Configuration configuration, DataSize data);

    @Override
    default Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.GENERATION);
    }
}
