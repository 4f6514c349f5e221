package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An order to all workers of a study, and waiting until they have obeyed. */
final class Ordering {
    /** Workers obey within two seconds, or at the next report of a trial that cannot end before. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, for whoever looks at the study later (default: by hand).",
            defaultValue = "by hand")
    private String reason = "by hand";

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** Gives the order, and says what has become of it; returns the exit code. */
    int give(Standing standing) throws InterruptedException {
        try (var store = stores.existing()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            if (Errand.isByHand(study.spec().errand())) {
                throw new InvalidInputException(
                        "study", name, "is a training by hand: only its own terminal ends it", "Ctrl-C there?");
            }
            boolean idle = store.leases(name).isEmpty();
            boolean isNew = study.order(standing, reason);
            awaitLeases(store, study);
            say(store, study, standing, isNew);
            if (idle
                    && standing == Standing.STOPPED
                    && Errand.isOfLearners(study.spec().errand())) {
                output.progress(
                        "No trial was running. Where no process works on it any more, nobody trains the winner of "
                                + "what there is; this does: " + winner(study));
            }
            return 0;
        }
    }

    /** Goes on for no longer than the winner needs: what a budget of trials allows is all there. */
    private String winner(Study study) {
        int trials = Math.max(1, study.history().size());
        return "sweetspot resume " + name + stores.asFlag()
                + (study.spec().budget().trialsInAll().isPresent() ? " --trials " + trials : " --minutes 1");
    }

    private void awaitLeases(Store store, Study study) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0 && !store.leases(study.spec().name()).isEmpty()) {
            Thread.sleep(50);
        }
        study.refresh();
    }

    private void say(Store store, Study study, Standing standing, boolean isNew) {
        var left = store.leases(name);
        var history = study.history();
        long aside = history.paused().count();
        output.say("Study " + name + (isNew ? " is " : " was already ") + standing.word() + "; " + aside
                + (aside == 1 ? " trial is" : " trials are") + " put aside, "
                + (left.isEmpty()
                        ? "nothing runs."
                        : "and not yet: "
                                + left.stream()
                                        .map(lease -> "trial " + lease.trial() + " of worker " + lease.worker())
                                        .collect(Collectors.joining(", "))
                                + "."));
        output.progress("To go on: sweetspot resume " + name + stores.asFlag());
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(name));
        entries.put("standing", Form.of(standing.word()));
        entries.put("new", Form.of(isNew));
        entries.put("put_aside", Form.of(aside));
        entries.put("running", Form.of(left.size()));
        output.result(Form.of(entries));
    }
}
