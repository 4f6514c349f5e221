package dev.sweetspot.server.asktell;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Knowledge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A study that a start has made, or goes on with.
 *
 * @param learnt what it learns from earlier ones, as a sentence; empty where it learns nothing
 * @param made whether it was not there before
 */
public record Opened(Study study, Optional<String> learnt, boolean made) {
    /**
     * What opening needs of the world around it.
     *
     * @param lease how long a worker may be silent before its trial is given to another
     * @param learnFrom where earlier studies lie that every study is to learn from
     */
    public record Means(InstantSource clock, Duration lease, List<String> learnFrom, Learning learning) {
        /** Keeps a copy. */
        public Means {
            learnFrom = List.copyOf(learnFrom);
        }
    }

    /**
     * A study of the store is gone on with; one that is not there is made.
     *
     * @throws dev.sweetspot.form.InvalidInputException when it cannot be made so, or is there with another description
     */
    public static Opened of(StartTwo start, Store store, String name, Means means) {
        if (store.find(name).isEmpty()) {
            return made(start, store, name, means);
        }
        var study = Study.open(store, name, means.clock(), means.lease());
        if (start.describes()) {
            start.requireSame(start.spec(name), study.spec());
        }
        return new Opened(study, Optional.empty(), false);
    }

    /**
     * Makes it.
     *
     * @throws dev.sweetspot.form.InvalidInputException when it cannot be made so, or is there
     */
    public static Opened made(StartTwo start, Store store, String name, Means means) {
        var spec = start.spec(name);
        var places = new ArrayList<>(means.learnFrom());
        places.addAll(start.learnFrom());
        var learnt = Optional.<String>empty();
        if (!places.isEmpty()) {
            var lessons = means.learning().lessons(places, spec);
            learnt = Optional.of(lessons.inWords());
            spec = taught(spec, lessons.related());
        }
        return new Opened(Study.create(store, spec, means.clock(), means.lease()), learnt, true);
    }

    private static StudySpec taught(StudySpec spec, List<Knowledge.Related> related) {
        return spec.with(spec.knowledge().learningFrom(related));
    }

    /**
     * What is said of it.
     *
     * @param named whether it is kept, under its name
     */
    public MapForm answer(boolean named) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("ok", Form.of(true));
        if (named) {
            entries.put("study", Form.of(study.spec().name()));
        }
        learnt.ifPresent(words -> entries.put("learns", Form.of(words)));
        entries.put("sampler", Form.of(study.spec().search().sampler().name()));
        entries.put("scheduler", Form.of(study.spec().search().scheduler().name()));
        entries.put("trials", Form.of(study.history().size()));
        return Form.of(entries);
    }
}
