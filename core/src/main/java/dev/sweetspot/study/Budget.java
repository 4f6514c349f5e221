package dev.sweetspot.study;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.TrialForms;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How much a study may use. */
public sealed interface Budget {
    /** The share that is left, from 1 to 0. */
    double left(History history, Duration elapsed, Instant now);

    /**
     * How long work may still go on; empty when this budget does not say. Trials that were started within a budget of
     * trials or fidelity are brought to their end.
     */
    default Optional<Duration> timeLeft(Duration elapsed, Instant now) {
        return Optional.empty();
    }

    /** How many trials may still be started; empty when this budget does not say. */
    default OptionalInt trialsLeft(History history) {
        return OptionalInt.empty();
    }

    /** How many trials may be started in all; empty when this budget does not say. */
    default OptionalInt trialsInAll() {
        return OptionalInt.empty();
    }

    /** The same with another number of trials in all, where it says anything of trials. */
    default Budget allowing(int trials) {
        return this;
    }

    /** The gain below which the study ends; empty when this budget does not say. */
    default Optional<Gain> gain() {
        return Optional.empty();
    }

    /** How much may still be run, in units of the study's fidelity; empty when this budget does not say. */
    default OptionalDouble fidelityLeft(History history) {
        return OptionalDouble.empty();
    }

    /** Whether a clock has a part in it. */
    default boolean byTheClock() {
        return false;
    }

    /** "30 trials", "20 minutes". */
    String inWords();

    /** So many trials, started ones included. */
    record Trials(int most) implements Budget {
        /** Checks the range. */
        public Trials {
            if (most < 1) {
                throw new InvalidInputException("trials", most, "must be at least 1", "30?");
            }
        }

        @Override
        public double left(History history, Duration elapsed, Instant now) {
            return share(most - history.size(), most);
        }

        @Override
        public OptionalInt trialsLeft(History history) {
            return OptionalInt.of(Math.max(0, most - history.size()));
        }

        @Override
        public OptionalInt trialsInAll() {
            return OptionalInt.of(most);
        }

        @Override
        public Budget allowing(int trials) {
            return new Trials(trials);
        }

        @Override
        public String inWords() {
            return most + (most == 1 ? " trial" : " trials");
        }
    }

    /** So much time from the start of the run. */
    record WallClock(Duration most) implements Budget {
        /** Checks the range. */
        public WallClock {
            if (most.isNegative() || most.isZero()) {
                throw new InvalidInputException("minutes", most.toNanos() / 60e9, "must be above 0", "20?");
            }
        }

        @Override
        public double left(History history, Duration elapsed, Instant now) {
            return share((double) most.minus(elapsed).toNanos(), (double) most.toNanos());
        }

        @Override
        public Optional<Duration> timeLeft(Duration elapsed, Instant now) {
            return Optional.of(most.minus(elapsed));
        }

        @Override
        public boolean byTheClock() {
            return true;
        }

        @Override
        public String inWords() {
            return most.toMillis() / 60_000.0 + " minutes";
        }
    }

    /** So many units of fidelity in all trials together: epochs, folds. */
    record FidelityUnits(double most) implements Budget {
        /** Checks the range. */
        public FidelityUnits {
            if (!(most > 0)) {
                throw new InvalidInputException("fidelity", most, "must be above 0", "100?");
            }
        }

        @Override
        public double left(History history, Duration elapsed, Instant now) {
            return share(most - history.fidelitySpent(), most);
        }

        @Override
        public OptionalDouble fidelityLeft(History history) {
            return OptionalDouble.of(Math.max(0, most - history.fidelitySpent()));
        }

        @Override
        public String inWords() {
            return most + " units of fidelity";
        }
    }

    /** Until a moment. */
    record Until(Instant end) implements Budget {
        @Override
        public double left(History history, Duration elapsed, Instant now) {
            double ahead = Duration.between(now, end).toNanos();
            return share(ahead, ahead + elapsed.toNanos());
        }

        @Override
        public Optional<Duration> timeLeft(Duration elapsed, Instant now) {
            return Optional.of(Duration.between(now, end));
        }

        @Override
        public boolean byTheClock() {
            return true;
        }

        @Override
        public String inWords() {
            return "until " + end;
        }
    }

    /** Until a trial that ran to its end is as good as this. */
    record Target(Objective objective, double value) implements Budget {
        @Override
        public double left(History history, Duration elapsed, Instant now) {
            var best = history.best(objective).map(trial -> trial.value(objective.name()));
            boolean reached =
                    best.isPresent() && !objective.better(value, best.get().orElse(Double.NaN));
            return reached ? 0 : 1;
        }

        @Override
        public String inWords() {
            return objective.name() + " of " + value;
        }
    }

    /**
     * Until further trials are not expected to gain more than this: until the best of them is, with the stated confidence,
     * not better than the best so far by more. Asked of as many further trials as the rest of the budget allows, and of as
     * many again as there were where it does not say. Studies of one objective only.
     *
     * @param limit in units of the objective, above 0
     * @param confidence the probability with which the gain stays below, above 0.5 and below 1
     */
    record Gain(double limit, double confidence) implements Budget {
        /** How sure one is, where nobody says how sure to be. */
        public static final double USUAL_CONFIDENCE = 0.9;

        /** Checks the ranges. */
        public Gain {
            if (!(limit > 0) || Double.isInfinite(limit)) {
                throw new InvalidInputException("gain", limit, "must be above 0, in units of the objective", "0.001?");
            }
            if (!(confidence > 0.5 && confidence < 1)) {
                throw new InvalidInputException(
                        "confidence", confidence, "must be above 0.5 and below 1", USUAL_CONFIDENCE + "?");
            }
        }

        @Override
        public double left(History history, Duration elapsed, Instant now) {
            return 1;
        }

        @Override
        public Optional<Gain> gain() {
            return Optional.of(this);
        }

        @Override
        public String inWords() {
            return "a gain of " + limit;
        }
    }

    /**
     * What somebody means to use, without ending there: the search plans with it, and goes on for as long as it is asked.
     */
    record Planned(Budget plan) implements Budget {
        /** What is left beyond the plan: next to nothing, but never the end. */
        private static final double BEYOND = 1e-9;

        @Override
        public double left(History history, Duration elapsed, Instant now) {
            return Math.max(BEYOND, plan.left(history, elapsed, now));
        }

        @Override
        public OptionalInt trialsLeft(History history) {
            return plan.trialsLeft(history).isPresent()
                    ? OptionalInt.of(Math.max(1, plan.trialsLeft(history).getAsInt()))
                    : OptionalInt.empty();
        }

        @Override
        public OptionalInt trialsInAll() {
            return plan.trialsInAll();
        }

        @Override
        public Budget allowing(int trials) {
            return new Planned(plan.allowing(trials));
        }

        @Override
        public OptionalDouble fidelityLeft(History history) {
            return plan.fidelityLeft(history).isPresent()
                    ? OptionalDouble.of(
                            Math.max(BEYOND, plan.fidelityLeft(history).getAsDouble()))
                    : OptionalDouble.empty();
        }

        @Override
        public boolean byTheClock() {
            return plan.byTheClock();
        }

        @Override
        public String inWords() {
            return "about " + plan.inWords();
        }
    }

    /** Whichever ends first. */
    record AnyOf(List<Budget> parts) implements Budget {
        /** Keeps a copy. */
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public double left(History history, Duration elapsed, Instant now) {
            return parts.stream()
                    .mapToDouble(part -> part.left(history, elapsed, now))
                    .min()
                    .orElse(1);
        }

        @Override
        public Optional<Duration> timeLeft(Duration elapsed, Instant now) {
            return parts.stream()
                    .flatMap(part -> part.timeLeft(elapsed, now).stream())
                    .min(Comparator.naturalOrder());
        }

        @Override
        public OptionalInt trialsLeft(History history) {
            return parts.stream()
                    .map(part -> part.trialsLeft(history))
                    .flatMapToInt(OptionalInt::stream)
                    .min();
        }

        @Override
        public OptionalInt trialsInAll() {
            return parts.stream()
                    .map(Budget::trialsInAll)
                    .flatMapToInt(OptionalInt::stream)
                    .min();
        }

        @Override
        public Budget allowing(int trials) {
            return new AnyOf(parts.stream().map(part -> part.allowing(trials)).toList());
        }

        @Override
        public Optional<Gain> gain() {
            return parts.stream().flatMap(part -> part.gain().stream()).findFirst();
        }

        @Override
        public OptionalDouble fidelityLeft(History history) {
            return parts.stream()
                    .map(part -> part.fidelityLeft(history))
                    .flatMapToDouble(OptionalDouble::stream)
                    .min();
        }

        @Override
        public boolean byTheClock() {
            return parts.stream().anyMatch(Budget::byTheClock);
        }

        @Override
        public String inWords() {
            return String.join(" or ", parts.stream().map(Budget::inWords).toList());
        }
    }

    private static double share(double left, double whole) {
        return whole > 0 ? Math.max(0, Math.min(1, left / whole)) : 0;
    }

    /** As a sampler is told: empty when there is no end. */
    default OptionalDouble known(History history, Duration elapsed, Instant now) {
        return this instanceof AnyOf any && any.parts().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(left(history, elapsed, now));
    }

    /** {@code {trials: 30, minutes: 20}}. */
    default MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        for (var part : this instanceof AnyOf any ? any.parts() : List.of(this)) {
            if (part instanceof Trials trials) {
                entries.put("trials", Form.of(trials.most()));
            } else if (part instanceof WallClock clock) {
                entries.put("minutes", Form.of(clock.most().toNanos() / 60e9));
            } else if (part instanceof FidelityUnits units) {
                entries.put("fidelity", Form.of(units.most()));
            } else if (part instanceof Until until) {
                entries.put("until", Form.of(until.end().toString()));
            } else if (part instanceof Target target) {
                var wanted = new LinkedHashMap<>(
                        TrialForms.toForm(target.objective()).entries());
                wanted.put("value", Form.of(target.value()));
                entries.put("target", Form.of(wanted));
            } else if (part instanceof Gain gain) {
                entries.put("gain", Form.of(gain.limit()));
                if (gain.confidence() != Gain.USUAL_CONFIDENCE) {
                    entries.put("confidence", Form.of(gain.confidence()));
                }
            } else if (part instanceof Planned planned) {
                entries.put("planned", planned.plan().toForm());
            }
        }
        return Form.of(entries);
    }

    private static Until until(String end) {
        try {
            return new Until(Instant.parse(end));
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    "until", end, "must be a moment in UTC, as ISO 8601 writes it", "2026-12-24T18:00:00Z?");
        }
    }

    /** {@code {trials: 30, minutes: 20}}: the first reached ends the search. */
    static Budget fromForm(Form form) {
        var fields = Fields.of(form, "budget", "{trials: 40}, or {minutes: 20}?")
                .onlyKnown(Entries.OF_A_BUDGET, Entries.OF_A_BUDGET_ELSEWHERE);
        var parts = new ArrayList<Budget>();
        if (fields.find("trials").isPresent()) {
            int most = fields.integer("trials");
            parts.add(fields.placed("trials", () -> new Trials(most)));
        }
        fields.findNumber("minutes")
                .ifPresent(minutes -> parts.add(
                        fields.placed("minutes", () -> new WallClock(Duration.ofNanos(Math.round(minutes * 60e9))))));
        fields.findNumber("fidelity")
                .ifPresent(most -> parts.add(fields.placed("fidelity", () -> new FidelityUnits(most))));
        fields.findText("until").ifPresent(end -> parts.add(fields.placed("until", () -> until(end))));
        fields.find("target")
                .ifPresent(target -> parts.add(new Target(
                        TrialForms.objectiveFromForm(target), Fields.of(target).number("value"))));
        fields.findNumber("gain")
                .ifPresent(limit -> parts.add(fields.placed(
                        "gain",
                        () -> new Gain(limit, fields.findNumber("confidence").orElse(Gain.USUAL_CONFIDENCE)))));
        if (fields.find("confidence").isPresent()) {
            fields.require("gain");
        }
        fields.find("planned").ifPresent(plan -> parts.add(new Planned(fromForm(plan))));
        return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
    }
}
