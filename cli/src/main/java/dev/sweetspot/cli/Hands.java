package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** In whose hands the trials of a study were and are: who began each, who went on with it, and which have lost their worker. */
final class Hands {
    private final Map<Integer, List<Hand>> byTrial = new HashMap<>();
    private final Set<Integer> held = new HashSet<>();

    /**
     * One worker at one trial.
     *
     * @param from how far the trial was that he went on from
     * @param reason why he did; empty for who began it
     */
    private record Hand(String worker, double from, String reason) {}

    private Hands() {}

    static Hands of(Store store, Study study) {
        var hands = new Hands();
        var name = study.spec().name();
        store.leases(name).forEach(lease -> hands.held.add(lease.trial()));
        store.each(name, 0, logged -> hands.see(logged.event()));
        return hands;
    }

    private void see(Event event) {
        if (event instanceof Event.Started started) {
            add(started.trial(), new Hand(started.worker(), 0, ""));
        } else if (event instanceof Event.Resumed resumed) {
            add(resumed.trial(), new Hand(resumed.worker(), resumed.from(), resumed.reason()));
        }
    }

    private void add(int trial, Hand hand) {
        byTrial.computeIfAbsent(trial, number -> new ArrayList<>()).add(hand);
    }

    /** Whether it counts as running, and nobody holds its lease any more: whoever is free goes on with it. */
    boolean lost(Trial trial) {
        return trial.state() instanceof TrialState.Running && !held.contains(trial.number());
    }

    /** Why others went on with it: "  (went on from 3 on w2: the lease of w1 had ended)"; empty where nobody had to. */
    String inWords(Trial trial) {
        var later = others(trial);
        return later.isEmpty()
                ? ""
                : later.stream()
                        .map(hand -> "went on from " + hand.from() + " on " + hand.worker() + ": " + hand.reason())
                        .collect(Collectors.joining("; ", "  (", ")"));
    }

    /** Adds {@code attempts} where there was more than one. */
    void addTo(Map<String, Form> entries, Trial trial) {
        if (trial.state() instanceof TrialState.Running running) {
            entries.put("worker", Form.of(running.worker()));
        }
        if (others(trial).isEmpty()) {
            return;
        }
        entries.put(
                "attempts",
                Form.of(byTrial.getOrDefault(trial.number(), List.of()).stream()
                        .map(hand -> {
                            var entry = new LinkedHashMap<String, Form>();
                            entry.put("worker", Form.of(hand.worker()));
                            entry.put("from", Form.of(hand.from()));
                            entry.put("reason", Form.of(hand.reason()));
                            return Form.of(entry);
                        })
                        .toList()));
    }

    private List<Hand> others(Trial trial) {
        return byTrial.getOrDefault(trial.number(), List.of()).stream()
                .filter(hand -> !hand.reason().isEmpty())
                .toList();
    }
}
