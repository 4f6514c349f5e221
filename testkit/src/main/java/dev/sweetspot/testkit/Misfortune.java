package dev.sweetspot.testkit;

import dev.sweetspot.trial.Measurements;
import dev.sweetspot.workload.TrialRun;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What befalls trials that do not go well, by a word. */
final class Misfortune {
    private static final int CHUNK = 16 << 20;

    private Misfortune() {}

    static Measurements befall(String word, TrialRun run) throws InterruptedException {
        switch (word) {
            case "hang" -> {
                // Answers nothing, as native code does.
                while (run.number() >= 0) {
                    Thread.onSpinWait();
                }
            }
            case "sleep" -> Thread.sleep(600_000);
            case "crash" -> unsafe("putAddress", long.class, 0L, long.class, 0L);
            case "heap" -> {
                var kept = new ArrayList<long[]>();
                while (kept.size() < Integer.MAX_VALUE) {
                    kept.add(new long[CHUNK / Long.BYTES]);
                }
            }
            case "memory" -> {
                while (run.number() >= 0) {
                    long address = (Long) unsafe("allocateMemory", long.class, (long) CHUNK, null, null);
                    for (long at = 0; at < CHUNK; at += 4096) {
                        unsafe("putAddress", long.class, address + at, long.class, 1L);
                    }
                }
            }
            default -> throw new IllegalArgumentException(word);
        }
        return Measurements.of("loss", 0);
    }

    /** What no Java program may do without it: break the process that it runs in. */
    private static Object unsafe(
            String name, Class<?> first, Object one, @Nullable Class<?> second, @Nullable Object other) {
        try {
            var type = Class.forName("sun.misc.Unsafe");
            var field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            Method method = second == null ? type.getMethod(name, first) : type.getMethod(name, first, second);
            var result =
                    second == null ? method.invoke(field.get(null), one) : method.invoke(field.get(null), one, other);
            return result == null ? 0L : result;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
