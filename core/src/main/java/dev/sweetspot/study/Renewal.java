package dev.sweetspot.study;

/** Leases that are renewed until this is closed. */
@FunctionalInterface
public interface Renewal extends AutoCloseable {
    @Override
    void close();
}
