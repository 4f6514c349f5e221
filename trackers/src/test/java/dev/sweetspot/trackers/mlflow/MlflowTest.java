package dev.sweetspot.trackers.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.store.Store;
import dev.sweetspot.trackers.Export;
import dev.sweetspot.trackers.Studies;
import dev.sweetspot.trackers.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MlflowTest {
    private final Store store = Studies.store();
    private MlflowServer server;

    @BeforeEach
    void start() throws IOException {
        server = new MlflowServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void export() throws IOException {
        export(server.address());
    }

    private void export(String address) throws IOException {
        Export.to(Target.parse("--to", "mlflow:" + address), store, Studies.open(store));
    }

    /** All that is there, for comparisons. */
    private List<Object> kept() {
        var all = new ArrayList<Object>();
        server.runs.forEach((id, run) -> all.addAll(List.of(
                id, Map.copyOf(run.info), Map.copyOf(run.tags), Map.copyOf(run.params), Set.copyOf(run.metrics))));
        return all;
    }

    @Test
    void aStudyIsARunAndEachTrialOneBelowIt() throws IOException {
        export();

        assertThat(server.experiments).containsOnlyKeys(Studies.NAME);
        assertThat(server.runs).hasSize(6);
        var parent = server.run("study");
        assertThat(parent.tags).containsEntry("sweetspot.best_trial", "0").containsEntry("sweetspot.trials", "5");
        assertThat(parent.values("best/loss")).containsExactly("5: -0.25");
        var first = server.run("0");
        assertThat(first.tags)
                .containsEntry("mlflow.parentRunId", "run0")
                .containsEntry("sweetspot.why", "a first, \"quick\" guess")
                .containsEntry("sweetspot.state", "completed");
        assertThat(first.params)
                .containsEntry("rate", "0.01")
                .containsEntry("layers", "2")
                .containsEntry("nesterov", "true")
                .containsEntry("batch", "32");
        assertThat(first.values("loss")).containsExactly("1: 0.5", "2: -0.25");
        assertThat(first.values("outcome/memory")).containsExactly("2: 1.75");
        assertThat(server.run("1").params).doesNotContainKey("nesterov");
        assertThat(server.run("1").values("loss")).containsExactly("1: \"NaN\"");
        assertThat(server.run("1").tags).containsEntry("sweetspot.worker", Studies.WORKER);
    }

    @Test
    void theStatusOfARunSaysWhatBecameOfItsTrial() throws IOException {
        export();

        assertThat(server.run("0").status()).isEqualTo("FINISHED");
        assertThat(server.run("1").status()).isEqualTo("KILLED");
        assertThat(server.run("2").status()).isEqualTo("FAILED");
        assertThat(server.run("2").tags).containsEntry("sweetspot.reason", "=1+1, or\n\"so\"");
        assertThat(server.run("3").status()).isEqualTo("FAILED");
        assertThat(server.run("4").status()).isEqualTo("RUNNING");
        assertThat(server.run("study").status()).isEqualTo("RUNNING");
    }

    @Test
    void whatIsThereAlreadyIsNotSentTwice() throws IOException {
        export();
        var once = kept();
        server.calls.clear();

        export();

        assertThat(kept()).isEqualTo(once);
        // The trial that still runs is told its parameters again, and nobody anything else.
        assertThat(server.calls)
                .doesNotContain(
                        "POST /mlflow/runs/create", "POST /mlflow/experiments/create", "POST /mlflow/runs/update")
                .containsOnlyOnce("POST /mlflow/runs/log-batch");
    }

    @Test
    void whereverItBreaksOffTheNextTimeCompletesIt() throws IOException {
        export();
        var whole = kept();
        int calls = server.calls.size();
        for (int reached = 1; reached < calls; reached += 3) {
            server.runs.clear();
            server.experiments.clear();
            server.breakAfter(reached);
            assertThatThrownBy(this::export).isInstanceOf(IOException.class).hasMessageContaining("answers 503");
            server.mend();

            export();

            assertThat(new HashSet<>(kept()))
                    .as("broken off after %s calls", reached)
                    .isEqualTo(new HashSet<>(whole));
        }
    }

    @Test
    void manyReportsAreSentInBatchesThatAServerTakes() throws IOException {
        var many = Studies.ofOneTrial(1_700);
        Export.to(Target.parse("--to", "mlflow:" + server.address()), many, Studies.open(many));

        assertThat(server.run("0").values("loss")).hasSize(1_700).endsWith("1700: 1700");
    }

    @Test
    void aServerThatAsksForANameOrATokenIsToldIt() throws IOException {
        server.letIn("Bearer secret");
        assertThatThrownBy(this::export).hasMessageContaining("lets nobody in").hasMessageContaining("token:TOKEN");

        export(server.address().replace("//", "//token:secret@"));
        server.letIn("Basic bWU6c2VjcmV0");
        export(server.address().replace("//", "//me:secret@"));

        assertThat(server.runs).hasSize(6);
        assertThat(Target.parse("--to", "mlflow:http://me:secret@host:5000").toString())
                .doesNotContain("secret");
    }

    @Test
    void anotherNameOfTheExperimentStandsBehindTheAddress() throws IOException {
        export(server.address() + "#ours");

        assertThat(server.experiments).containsOnlyKeys("ours");
    }

    @Test
    void aPlaceThatIsNoServerIsRefusedInWords() {
        var gone = server.address();
        server.close();

        assertThatThrownBy(() -> export(gone))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing answers at");
        assertThatThrownBy(() -> export("localhost")).hasMessageContaining("is no address of a server");
        assertThatThrownBy(() -> export("ftp://host")).hasMessageContaining("mlflow:http://localhost:5000?");
    }
}
