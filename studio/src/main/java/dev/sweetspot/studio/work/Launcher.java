package dev.sweetspot.studio.work;

import java.util.List;

/** How this program is begun again: only its door knows how it was begun itself. */
@FunctionalInterface
public interface Launcher {
    /**
     * The whole command.
     *
     * @param words what follows the name of the program: "train", "data", "--set", "epochs=3"
     */
    List<String> command(List<String> words);
}
