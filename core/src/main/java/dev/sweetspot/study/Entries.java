package dev.sweetspot.study;

import java.util.List;
import java.util.Map;

/** The entries of a study file, and what other tools call them. */
final class Entries {
    /** Of the file. */
    static final List<String> OF_THE_FILE = List.of(
            "name",
            "seed",
            "space",
            "relations",
            "objective",
            "objectives",
            "limits",
            "preference",
            "weights",
            "first",
            "beliefs",
            "learn_from",
            "budget",
            "command",
            "environment",
            "parameters_file",
            "runs_in",
            "reports",
            "timeout",
            "grace",
            "data",
            "family",
            "model");

    /** What people look for at the top of a file, and where it is. */
    static final Map<String, String> OF_THE_FILE_ELSEWHERE = Map.ofEntries(
            Map.entry("sampler", "--sampler, in the call?"),
            Map.entry("scheduler", "--scheduler, in the call?"),
            Map.entry("workers", "--workers, in the call?"),
            Map.entry("threads", "--threads, in the call?"),
            Map.entry("store", "--store, in the call?"),
            Map.entry("out", "--out, in the call?"),
            Map.entry("trials", "budget: {trials: 40}?"),
            Map.entry("minutes", "budget: {minutes: 20}?"),
            Map.entry("metric", "objective: {name: loss}?"),
            Map.entry("metrics", "objectives?"),
            Map.entry("direction", "objective: {name: loss, direction: minimize}?"),
            Map.entry("parameters", "space?"),
            Map.entry("search_space", "space?"),
            Map.entry("constraints", "relations, between parameters, or limits, of what comes out?"),
            Map.entry("program", "command?"),
            Map.entry("args", "command?"),
            Map.entry("env", "environment?"));

    /** Of a budget, those first that people say most. */
    static final List<String> OF_A_BUDGET =
            List.of("trials", "minutes", "gain", "confidence", "until", "target", "fidelity", "planned");

    /** What people say in the place of these. */
    static final Map<String, String> OF_A_BUDGET_ELSEWHERE = Map.of(
            "hours", "minutes: 120?",
            "seconds", "minutes: 0.5?",
            "time", "minutes: 20?",
            "timeout", "minutes: 20?",
            "n_trials", "trials?",
            "max_trials", "trials?",
            "iterations", "trials?",
            "evaluations", "trials?",
            "epochs", "trials: 40? How far one trial goes is said under reports.");

    private Entries() {}
}
