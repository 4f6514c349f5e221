package dev.sweetspot.cli;

import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.form.Form;
import dev.sweetspot.job.LastTraining;
import dev.sweetspot.study.Study;
import dev.sweetspot.workload.TrialFailure;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a training by hand leaves in a folder: it is trained once more, on all but the test part, measured there and written.
 *
 * @param folder where the model and what belongs to it goes
 * @param skipped what of the data could not be read
 * @param state where its training leaves its state until the result is there: a folder that holds anything holds a result
 */
record HandResult(TuneFolder folder, List<Skipped> skipped, Path state) {
    /**
     * What it says.
     *
     * @param entries for programs
     * @param lines for people
     */
    record Written(Map<String, Form> entries, List<String> lines) {
        static final Written NOTHING = new Written(Map.of(), List.of());
    }

    static HandResult of(TuneFolder folder, List<Skipped> skipped, StoreOptions stores, String study) {
        var name = "state-" + URLEncoder.encode(study, StandardCharsets.UTF_8) + ".checkpoint";
        return new HandResult(folder, skipped, stores.scratch().resolve(name));
    }

    /** Beside the model, which was trained once more: where the training itself ended. */
    private void leaveState() throws IOException {
        if (Files.exists(state)) {
            Files.move(state, folder.path().resolve(Continued.STATE), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    folder.path().resolve("README.txt"),
                    "state.checkpoint     where the training ended; to go on from there: sweetspot train DATA --from .\n",
                    StandardOpenOption.APPEND);
        }
    }

    /** What to add to a command so that its result goes there as well. */
    String asFlag() {
        return " --out " + StoreOptions.quoted(folder.path().toString());
    }

    /**
     * Trains, measures and writes.
     *
     * @param number of the trial, which ran to its end
     * @return what is to be told of it
     */
    Written write(Study study, int number, Learner learner, int threads, OutputOptions output)
            throws InterruptedException, TrialFailure, IOException {
        output.progress("Training it on the training and validation part");
        try (var result =
                LastTraining.of(study, study.refresh().trial(number), learner, threads, new EpochLines(output)::at)) {
            double seconds = (System.nanoTime() - Main.BEGIN) / 1e9;
            var report = TuneForms.result(study.spec(), result, skipped, folder.model(), seconds);
            folder.write(study.spec(), learner, result, report, List.of());
            leaveState();
            var test = result.winner().test();
            var told = new LinkedHashMap<String, Form>();
            told.put("test", ReportForms.toForm(test));
            Averaged.members(result.winner()).ifPresent(count -> told.put("members", Form.of(count)));
            told.put("model", Form.of(folder.model().toString()));
            var measured = String.format(
                    Locale.ROOT,
                    "On the test part its %s%s is %.4f.",
                    test.leading().inWords(),
                    Averaged.inWords(result.winner()),
                    test.leading().value());
            return new Written(
                    told,
                    List.of(
                            measured,
                            "Everything is in " + folder.path() + "; README.txt there says what each file is."));
        }
    }
}
