package dev.sweetspot.benchmarks.regret;

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
 */
record Searcher(String label, StudySpec.Search search, int pending) {
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
        int plus = written.indexOf('+', written.lastIndexOf('}') + 1);
        var sampler = plus < 0 ? written : written.substring(0, plus);
        var scheduler = plus < 0 ? "none" : written.substring(plus + 1);
        return new Searcher(
                labelled ? text.substring(0, equals) : text,
                new StudySpec.Search(
                        Settings.fromForm(form(sampler), Samplers::named),
                        Settings.fromForm(form(scheduler), Schedulers::named)),
                1);
    }

    /** The same under another name. */
    Searcher as(String other) {
        return new Searcher(other, search, pending);
    }

    /** The same with so many trials at once, and named so. */
    Searcher atOnce(int trials) {
        return new Searcher(trials == 1 ? label : label + " x" + trials, search, trials);
    }

    private static Form form(String written) {
        return written.startsWith("{") ? Json.parse(written, "searcher") : Form.of(written);
    }
}
