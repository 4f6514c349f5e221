package dev.sweetspot.cli;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.WorkloadProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trials that count epochs in their checkpoints, each of so many milliseconds; those of some numbers do something else
 * instead, by a word.
 *
 * @param epochs of a trial
 * @param millis that each of them takes
 * @param instead by number of the trial; see {@link Misfortune}
 */
record TestTrials(int epochs, int millis, Map<Integer, String> instead) implements Workload {
    static final String NAME = "test-trials";

    TestTrials {
        instead = Map.copyOf(instead);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Form.MapForm settings() {
        var words = new LinkedHashMap<String, Form>();
        instead.forEach((number, word) -> words.put(Integer.toString(number), Form.of(word)));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("epochs", Form.of(epochs));
        entries.put("millis", Form.of(millis));
        entries.put("instead", Form.of(words));
        return Form.of(entries);
    }

    @Override
    public SearchSpace space() {
        return SearchSpace.of(Parameter.real("x", 0, 1), Parameter.integer("n", 1, 9));
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.minimize("loss"));
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.epochs(epochs);
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        var word = instead.get(run.number());
        return word == null ? count(run) : Misfortune.befall(word, run);
    }

    private Measurements count(TrialRun run) throws InterruptedException {
        try {
            int epoch = run.checkpoint().isEmpty()
                    ? 0
                    : Integer.parseInt(Files.readString(run.checkpoint().get()));
            if (epoch != run.from()) {
                throw new AssertionError("the checkpoint of epoch " + epoch + " was said to be of " + run.from());
            }
            while (epoch < run.target()) {
                Thread.sleep(millis);
                epoch++;
                int state = epoch;
                if (run.report(epoch, loss(run, epoch), path -> Files.writeString(path, Integer.toString(state)))
                        == TrialRun.Answer.END) {
                    break;
                }
            }
            return loss(run, epoch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measurements loss(TrialRun run, int epoch) {
        double x = run.configuration().get(Parameter.real("x", 0, 1));
        return Measurements.of("loss", x + 1.0 / epoch)
                .and("process", (double) ProcessHandle.current().pid());
    }

    /** Makes them again in another process. */
    public static final class Provider implements WorkloadProvider {
        /** Found by its name. */
        public Provider() {}

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Workload make(Form.MapForm settings) {
            var fields = Fields.of(settings);
            var instead = new LinkedHashMap<Integer, String>();
            ((MapForm) fields.require("instead"))
                    .entries()
                    .forEach((number, word) -> instead.put(Integer.parseInt(number), ((TextForm) word).value()));
            return new TestTrials(fields.integer("epochs"), fields.integer("millis"), instead);
        }
    }
}
