package dev.sweetspot.testkit;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
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
 * Trials that take their time and nothing else: epochs of so many milliseconds, counted in their checkpoints, with the number
 * of the process that ran each as a measurement. What tests of workers need: it is known how long they run, and a trial that
 * is gone on with from a wrong place fails. Trials of some numbers meet with a misfortune instead. Any process with this kit
 * on its class path makes them again.
 *
 * @param epochs of a trial, at least 1
 * @param millis that each of them takes, at least 0
 * @param instead by number of the trial, in a word: {@code hang} answers nothing, as native code does, {@code sleep} can be
 *     interrupted, {@code crash} crashes in native code, {@code heap} and {@code memory} take all there is of either
 */
public record SlowTrials(int epochs, int millis, Map<Integer, String> instead) implements Workload {
    private static final String NAME = "slow-trials";
    private static final RealParameter X = Parameter.real("x", 0, 1);

    /** Trials as described above. */
    public SlowTrials {
        instead = Map.copyOf(instead);
    }

    /** Trials that all go well. */
    public SlowTrials(int epochs, int millis) {
        this(epochs, millis, Map.of());
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
        return SearchSpace.of(X, Parameter.integer("n", 1, 9));
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
        double x = run.configuration().get(X);
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
            return new SlowTrials(fields.integer("epochs"), fields.integer("millis"), instead);
        }
    }
}
