package dev.sweetspot.server.asktell;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.form.Settings;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.study.StudySpec;

/**
 * Who searches, as it was written on the command line: a name, or a JSON object with a name and settings.
 *
 * @param sampler who proposes: {@code tpe} or <code>{"name": "tpe", ...}</code>
 * @param scheduler who decides what runs, written likewise
 */
public record Chosen(String sampler, String scheduler) {
    /** The ones of those names. */
    public StudySpec.Search search() {
        return new StudySpec.Search(sampler(form(sampler)), scheduler(form(scheduler)));
    }

    private static Form form(String written) {
        return written.stripLeading().startsWith("{") ? Json.parse(written, "command line") : Form.of(written);
    }

    static Sampler sampler(Form form) {
        return Settings.fromForm(form, Samplers::named);
    }

    static Scheduler scheduler(Form form) {
        return Settings.fromForm(form, Schedulers::named);
    }
}
