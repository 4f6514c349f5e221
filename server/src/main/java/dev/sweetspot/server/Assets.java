package dev.sweetspot.server;

import java.util.Optional;

/** The files of the page, by the path under which a browser asks for them. */
@FunctionalInterface
public interface Assets {
    /** No page: only the interface for programs is served. */
    Assets NONE = path -> Optional.empty();

    /** The file of that path; empty when there is none. */
    Optional<Asset> find(String path);

    /**
     * One file.
     *
     * @param media with its character set: "text/css; charset=utf-8"
     * @param zipped the same bytes in gzip; empty where that would not be smaller
     * @param forever whether its path names its content, so that a browser need never ask again
     */
    record Asset(String media, Bytes bytes, Optional<Bytes> zipped, boolean forever) {}
}
