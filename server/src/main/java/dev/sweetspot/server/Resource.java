package dev.sweetspot.server;

import java.util.List;
import java.util.Optional;

/**
 * One matter that the server answers about. It lists its routes as data; the description of the whole interface is made of
 * these, so that it cannot say other than what is served.
 */
public interface Resource extends AutoCloseable {
    /** In the order in which they are read about. */
    List<Route> routes();

    /**
     * Something whose present state pages follow.
     *
     * @param topic its name, which begins with that of the resource: "study/usual/blood-cells"
     * @return empty when it is not of this resource
     */
    default Optional<Live> live(String topic) {
        return Optional.empty();
    }

    /** Frees what it holds, when the server ends. */
    @Override
    default void close() {}
}
