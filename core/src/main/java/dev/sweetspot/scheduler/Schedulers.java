package dev.sweetspot.scheduler;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The schedulers that are installed. */
public final class Schedulers {
    private Schedulers() {}

    /** All of them, in the order of their names. */
    public static List<Scheduler> installed() {
        return ServiceLoader.load(Scheduler.class, Schedulers.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Scheduler::name))
                .toList();
    }

    /** The one that chooses by itself where it is installed, else all run to their end: for whoever asked for none. */
    public static Scheduler usual() {
        return installed().stream()
                .filter(scheduler -> scheduler.name().equals("auto"))
                .findFirst()
                .orElseGet(RunToTheEnd::new);
    }

    /**
     * The one of that name, with its default settings.
     *
     * @throws InvalidInputException when there is none
     */
    public static Scheduler named(String name) {
        var all = installed();
        return all.stream()
                .filter(scheduler -> scheduler.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "scheduler",
                        name,
                        "is not installed",
                        DidYouMean.maybe(name, all.stream().map(Scheduler::name).toList())));
    }
}
