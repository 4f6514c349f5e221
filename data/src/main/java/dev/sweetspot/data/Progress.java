package dev.sweetspot.data;

/** Told how far a long piece of work is. May be called by any of the working threads; must be quick. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = (done, total) -> {};

    /**
     * @param done pieces finished so far; never falls
     * @param total pieces in all
     */
    void at(long done, long total);
}
