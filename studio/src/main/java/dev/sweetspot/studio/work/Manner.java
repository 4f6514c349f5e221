package dev.sweetspot.studio.work;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In which manner is searched, where a person says more than the computer would choose.
 *
 * @param sampler who proposes configurations, by name; empty for whoever fits
 * @param scheduler who decides what runs and for how long, by name; empty likewise
 * @param workers how many trials run at once, at least 1; empty for as many as give the highest throughput
 * @param trialSeconds how long a trial may take, at least 0.1; empty for as long as it takes
 */
public record Manner(
        Optional<String> sampler,
        Optional<String> scheduler,
        Optional<Integer> workers,
        Optional<Double> trialSeconds) {
    /** All as the computer chooses. */
    public static final Manner AUTOMATIC =
            new Manner(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final double LEAST_SECONDS = 0.1;

    /**
     * Checks the ranges.
     *
     * @throws InvalidInputException when a number is outside of its range
     */
    public Manner {
        workers.filter(count -> count < 1).ifPresent(count -> {
            throw new InvalidInputException("workers", count, "must be at least 1", "leave it empty?");
        });
        trialSeconds.filter(seconds -> !(seconds >= LEAST_SECONDS)).ifPresent(seconds -> {
            throw new InvalidInputException("trial_seconds", seconds, "must be at least 0.1", "60?");
        });
    }

    /**
     * Of texts by name, as a page sends them; what is not there is left to the computer.
     *
     * @throws InvalidInputException when one is not known, no number, or outside of its range
     */
    public static Manner of(Map<String, String> texts) {
        texts.keySet().stream()
                .filter(name -> !List.of("sampler", "scheduler", "workers", "trial_seconds")
                        .contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInputException(
                            "manner", name, "is not known", "sampler, scheduler, workers or trial_seconds?");
                });
        var sampler = Optional.ofNullable(texts.get("sampler"));
        var scheduler = Optional.ofNullable(texts.get("scheduler"));
        sampler.ifPresent(Samplers::named);
        scheduler.ifPresent(Schedulers::named);
        return new Manner(
                sampler,
                scheduler,
                Optional.ofNullable(texts.get("workers")).map(text -> (int) number("workers", text, "2?")),
                Optional.ofNullable(texts.get("trial_seconds")).map(text -> number("trial_seconds", text, "60?")));
    }

    private static double number(String name, String text, String maybe) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(name, '"' + text + '"', "must be a number", maybe);
        }
    }

    /** By name, as {@link #of} takes them. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        sampler.ifPresent(name -> texts.put("sampler", name));
        scheduler.ifPresent(name -> texts.put("scheduler", name));
        workers.ifPresent(count -> texts.put("workers", count.toString()));
        trialSeconds.ifPresent(seconds -> texts.put("trial_seconds", seconds.toString()));
        return texts;
    }

    /** For the command line. */
    List<String> words() {
        var words = new ArrayList<String>();
        sampler.ifPresent(name -> words.add("--sampler=" + name));
        scheduler.ifPresent(name -> words.add("--scheduler=" + name));
        workers.ifPresent(count -> words.add("--workers=" + count));
        trialSeconds.ifPresent(seconds -> words.add("--trial-seconds=" + seconds));
        return words;
    }

    MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        texts().forEach((name, text) -> entries.put(name, Form.of(text)));
        return Form.of(entries);
    }
}
