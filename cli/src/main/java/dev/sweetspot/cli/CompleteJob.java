package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * A job that has its result.
 *
 * @param folder where that is
 */
record CompleteJob(Study study, Path folder) {
    private static final int MORE_TRIALS = 20;

    /** Whether it is one: its result is written, as its last step, and no trial was left by a later one. */
    static boolean isIn(Path folder, Study study) throws IOException {
        var record = folder.resolve("record.json");
        if (study.history().running().findAny().isPresent()
                || !Files.isRegularFile(folder.resolve(TuneFolder.MODEL))
                || !Files.isRegularFile(record)) {
            return false;
        }
        var written = Json.parseMap(Files.readString(record), record.toString());
        return written.find("study").equals(Optional.of(Form.of(study.spec().name())));
    }

    /** What would let it go on: more of what ended it. */
    private String more() {
        return study.spec().budget().trialsInAll().isPresent()
                ? " --trials " + (study.history().size() + MORE_TRIALS)
                : " --minutes 5";
    }

    /** Says where its result is, and how to search on; returns the exit code. */
    int say(StoreOptions stores, OutputOptions output) {
        var name = study.spec().name();
        output.say("Study " + name + " is complete; its result is in " + folder + ".");
        output.progress(
                study.spec().lag().isPresent()
                        ? "It is deterministic, so no time can be added. Maybe a new one: sweetspot tune ... --trials N"
                        : "Maybe search on: sweetspot resume " + name + stores.asFlag() + more());
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(name));
        entries.put("complete", Form.of(true));
        entries.put(
                "model",
                Form.of(folder.resolve(TuneFolder.MODEL).toAbsolutePath().toString()));
        output.result(Form.of(entries));
        return 0;
    }
}
