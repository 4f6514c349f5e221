package dev.sweetspot.study;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import java.util.LinkedHashMap;

/** A store gives plain values back; the space knows their types. */
final class Typed {
    private Typed() {}

    /**
     * An event with the values that its study means.
     *
     * @param before what happened until it
     * @param declared what could be chosen when the study was made
     */
    static Event event(Event event, History before, SearchSpace declared) {
        return event(event, before.space().orElse(declared), before.met());
    }

    /**
     * The same.
     *
     * @param now what can be chosen
     * @param met what trials have asked for
     */
    static Event event(Event event, SearchSpace now, SearchSpace met) {
        if (event instanceof Event.Enqueued enqueued) {
            return new Event.Enqueued(enqueued.at(), configuration(enqueued.configuration(), now, met));
        }
        if (!(event instanceof Event.Started started)) {
            return event;
        }
        return new Event.Started(
                started.trial(),
                started.at(),
                configuration(started.configuration(), now, met),
                started.origin(),
                started.start(),
                started.target(),
                started.worker(),
                started.threads(),
                started.numericMode());
    }

    private static Configuration configuration(Configuration configuration, SearchSpace now, SearchSpace met) {
        var others = new LinkedHashMap<String, Object>();
        configuration.values().forEach((name, plain) -> {
            var value = typed(name, plain, now, met);
            if (!value.equals(plain)) {
                others.put(name, value);
            }
        });
        if (others.isEmpty()) {
            // As most are, and a long study has tens of thousands.
            return configuration;
        }
        var values = new LinkedHashMap<>(configuration.values());
        values.putAll(others);
        return Configuration.of(values);
    }

    private static Object typed(String name, Object plain, SearchSpace now, SearchSpace met) {
        var parameter = now.find(name);
        if (parameter.isEmpty()) {
            parameter = met.find(name);
        }
        return parameter.isPresent() ? parameter.get().check(plain) : plain;
    }
}
