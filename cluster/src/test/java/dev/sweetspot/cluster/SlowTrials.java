package dev.sweetspot.cluster;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.WorkloadProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Trials that do nothing but take their time, and count their epochs in checkpoints.
 *
 * @param epochs of each
 * @param millis of each epoch
 */
public record SlowTrials(int epochs, int millis) implements Workload {
    static final String NAME = "slow-trials";
    private static final RealParameter X = Parameter.real("x", 0, 1);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Form.MapForm settings() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("epochs", Form.of(epochs));
        entries.put("millis", Form.of(millis));
        return Form.of(entries);
    }

    @Override
    public SearchSpace space() {
        return SearchSpace.of(X);
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
    public Measurements run(TrialRun run) throws InterruptedException {
        try {
            int epoch = run.checkpoint().isEmpty()
                    ? 0
                    : Integer.parseInt(Files.readString(run.checkpoint().get()));
            while (epoch < run.target()) {
                Thread.sleep(millis);
                epoch++;
                int state = epoch;
                if (run.report(epoch, values(run), path -> Files.writeString(path, Integer.toString(state)))
                        == TrialRun.Answer.END) {
                    break;
                }
            }
            return values(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measurements values(TrialRun run) {
        return Measurements.of("loss", run.configuration().get(X))
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
            return new SlowTrials(fields.integer("epochs"), fields.integer("millis"));
        }
    }
}
