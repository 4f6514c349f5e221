package dev.sweetspot.cli;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Signals of the system, where the JVM hands them out: a shutdown hook hears of the first one only, and the process ends with
 * an exit code of the JVM's. The classes are not part of the standard, so they are looked for by name.
 */
final class Signals {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    /** How long a signal may take to arrive. */
    private static final long UNDERWAY_MILLIS = 1_000;

    private Signals() {}

    /** Gives the signals back to whoever had them. */
    @FunctionalInterface
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes signals.
     *
     * @param names without SIG: "INT", "TERM"
     * @param arrived told of each one, in a thread of its own
     * @return empty where the JVM keeps them to itself
     */
    static Optional<Taken> taken(List<String> names, Runnable arrived) {
        var before = new ArrayList<Taken>();
        try {
            var type = Class.forName(HANDLER);
            InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    arrived.run();
                    yield null;
                }
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "sweetspot";
            };
            var mine = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
            for (var name : names) {
                var signal = Class.forName(SIGNAL).getConstructor(String.class).newInstance(name);
                var handle = signal.getClass().getMethod("handle", signal.getClass(), type);
                var old = handle.invoke(null, signal, mine);
                before.add(() -> giveBack(handle, signal, old));
            }
            return Optional.of(() -> before.forEach(Taken::close));
        } catch (ReflectiveOperationException | IllegalArgumentException kept) {
            before.forEach(Taken::close);
            return Optional.empty();
        }
    }

    /**
     * Ends this process as a SIGINT does that nobody has taken, which shells call 130: without the destructors of native
     * libraries, which {@link Runtime#halt} runs, and which crash where the engine's threads compute on. Where the system has
     * no such signal or ignores it, Java ends the process.
     *
     * @param exitCode in that case
     */
    static void endAtOnce(int exitCode) {
        try {
            var handler = Class.forName(HANDLER);
            var signal = Class.forName(SIGNAL).getConstructor(String.class).newInstance("INT");
            signal.getClass()
                    .getMethod("handle", signal.getClass(), handler)
                    .invoke(null, signal, handler.getField("SIG_DFL").get(null));
            // The JVM raises only what it has a handler for.
            var kill = "kill -INT " + ProcessHandle.current().pid();
            if (new ProcessBuilder("sh", "-c", kill).start().waitFor() == 0) {
                Thread.sleep(UNDERWAY_MILLIS);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException | IOException | InterruptedException other) {
            System.getLogger(Signals.class.getName()).log(System.Logger.Level.DEBUG, "not ended by a signal", other);
        }
        Runtime.getRuntime().halt(exitCode);
    }

    private static void giveBack(Method handle, Object signal, Object old) {
        try {
            handle.invoke(null, signal, old);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
