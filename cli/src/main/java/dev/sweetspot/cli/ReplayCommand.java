package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.study.Replay;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sweetspot replay STUDY}: whether what was proposed follows from what was recorded. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Computes every proposal of a study again, from the sampler, the history it saw and the seed that are recorded with "
                    + "it, and confirms that the same comes out or says of which trials it does not. Of a deterministic study "
                    + "all other decisions too. No trial is run.",
            "Exit code 0 when the same comes out, 1 when something else does."
        },
        footer = {"", "Example: sweetspot replay blood-cells"})
final class ReplayCommand implements Callable<Integer> {
    private static final int EVERY = 50;

    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        try (var store = stores.existing()) {
            var replay = Replay.of(store, name, this::progress);
            say(replay);
            output.result(toForm(replay));
            return replay.same() ? 0 : 1;
        }
    }

    private void progress(int trials) {
        if (trials % EVERY == 0) {
            output.progress(trials + " trials looked at");
        }
    }

    private void say(Replay replay) {
        output.say("Study " + name + ": " + replay.proposals() + " proposals"
                + (replay.decisions() > 0 ? " and " + replay.decisions() + " decisions" : "") + " computed again, "
                + replay.given() + " configurations were given");
        replay.differences()
                .forEach(difference -> output.say("  trial " + difference.trial() + ": " + difference.sentence()));
        output.say(
                replay.same()
                        ? "The same comes out."
                        : "Something else comes out " + replay.differences().size()
                                + " times. Maybe another version of the program made the study?");
    }

    private static Form toForm(Replay replay) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(replay.study()));
        entries.put("same", Form.of(replay.same()));
        entries.put("proposals", Form.of(replay.proposals()));
        entries.put("decisions", Form.of(replay.decisions()));
        entries.put("given", Form.of(replay.given()));
        entries.put(
                "different",
                Form.of(replay.differences().stream()
                        .map(difference -> {
                            var entry = new LinkedHashMap<String, Form>();
                            entry.put("trial", Form.of(difference.trial()));
                            entry.put("what", Form.of(difference.sentence()));
                            return Form.of(entry);
                        })
                        .toList()));
        return Form.of(entries);
    }
}
