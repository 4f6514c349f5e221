package dev.sweetspot.deep.training;

/** Looks on while an epoch goes by, some times a second; changes nothing, and no result depends on when it looked. */
@FunctionalInterface
public interface Watcher {
    /** Nobody does. */
    Watcher NOBODY = (epochs, loss) -> {};

    /**
     * @param epochs how many are done, in parts too
     * @param loss mean training loss of the steps since it looked last
     */
    void see(double epochs, double loss);
}
