package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.choice.Repeats;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.form.Settings;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.study.StudySpec;

/**
 * Who searches.
 *
 * @param label what stands in the table
 * @param search sampler and scheduler
 * @param pending how many trials run at once, at least 1; the oldest of them ends first
 * @param planning what the search is told of the time, where that is what ends it
 * @param told what the search is told before it begins
 */
record Searcher(String label, StudySpec.Search search, int pending, Planning planning, Foreknowledge told) {
    /** What a search is told of the time that ends it. */
    enum Planning {
        /** How many seconds are left. */
        BY_THE_CLOCK,
        /** As many trials as there would be if each took as long as half of them do. */
        BY_TRIALS
    }

    /** Draws alone, against which everything is measured. */
    static final Searcher RANDOM = parse("random+none");

    /**
     * Reads {@code sampler}, {@code sampler+scheduler}, or <code>label={"name": ..., setting: ...}+scheduler</code>.
     *
     * @throws dev.sweetspot.form.InvalidInputException when one of them is not installed
     */
    static Searcher parse(String text) {
        int brace = text.indexOf('{');
        int equals = text.indexOf('=');
        boolean labelled = brace > 0 && equals > 0 && equals < brace;
        var written = labelled ? text.substring(equals + 1) : text;
        int plus = outsideBraces(written, '+');
        var sampler = plus < 0 ? written : written.substring(0, plus);
        var scheduler = plus < 0 ? "none" : written.substring(plus + 1);
        return new Searcher(
                labelled ? text.substring(0, equals) : text,
                new StudySpec.Search(
                        Settings.fromForm(form(sampler), Samplers::named),
                        Settings.fromForm(form(scheduler), Schedulers::named)),
                1,
                Planning.BY_TRIALS,
                Foreknowledge.NOTHING);
    }

    /** Where a character first stands that is not part of a JSON object; below 0 when nowhere. */
    private static int outsideBraces(String text, char wanted) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && c == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** The same under another name. */
    Searcher as(String other) {
        return new Searcher(other, search, pending, planning, told);
    }

    /** The same with repeats. */
    Searcher repeating(Repeats repeats) {
        return new Searcher(label, search.with(repeats), pending, planning, told);
    }

    /** The same with so many trials at once, and named so. */
    Searcher atOnce(int trials) {
        return new Searcher(trials == 1 ? label : label + " x" + trials, search, trials, planning, told);
    }

    /** The same, told the time, and named so. */
    Searcher byTheClock() {
        return new Searcher(label + " by the clock", search, pending, Planning.BY_THE_CLOCK, told);
    }

    /** The same, told this before it begins, and named so. */
    Searcher told(Foreknowledge known) {
        return new Searcher(
                known == Foreknowledge.NOTHING ? label : label + " told " + known.word(),
                search,
                pending,
                planning,
                known);
    }

    private static Form form(String written) {
        return written.startsWith("{") ? Json.parse(written, "searcher") : Form.of(written);
    }
}
