package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trials of a study for other programs. */
class StudyExportTest {
    @TempDir
    Path home;

    private Path out;

    @BeforeEach
    void aStudyOfTwoTrials() {
        out = home.resolve("out");
        try (var store = SqliteStore.open(home.resolve("store.db"))) {
            var spec = new StudySpec(
                    "cells",
                    1,
                    SearchSpace.of(Parameter.real("x", 0, 1)),
                    List.of(Objective.maximize("accuracy")),
                    Fidelity.epochs(4),
                    new Budget.Trials(2),
                    new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                    List.of(),
                    Form.of(Map.of("command", Form.of("tune"))));
            var study = Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
            for (double accuracy : new double[] {0.5, 0.75}) {
                var trial = ((Ask.Run) study.ask(new Claim("worker", 1, 1, Duration.ZERO))).trial();
                trial.report(1, Measurements.of("accuracy", accuracy / 2), 1, Optional.empty());
                trial.tell(Measurements.of("accuracy", accuracy), 1);
            }
        }
    }

    private Ran export(String study, String formats, Object... more) {
        var words = new ArrayList<Object>(
                List.of("export", study, "--to", formats, "--store", home.resolve("store.db"), "--json"));
        words.addAll(List.of(more));
        return Ran.of(words.toArray());
    }

    @Test
    void trialsAndReportsAreWrittenInEveryFormatThatWasAskedFor() throws IOException {
        var ran = export("cells", "csv,jsonl,parquet", "-o", out);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Fields.of(Json.parseMap(ran.out(), "result")).list("files").items())
                .hasSize(6)
                .allSatisfy(file ->
                        assertThat(Path.of(((Form.TextForm) file).value())).isNotEmptyFile());
        assertThat(Files.readAllLines(out.resolve("trials.csv")))
                .hasSize(3)
                .first()
                .asString()
                .endsWith("parameter_x,value_accuracy");
        assertThat(Files.readAllLines(out.resolve("reports.csv")))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("1,1.0,")
                .endsWith(",0.375");
        assertThat(export("cells", "csv", "-o", out).exitCode()).isZero();
    }

    @Test
    void theTrialsAreRunsOfTensorBoard() {
        var ran = export("cells", "tensorboard", "-o", out);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(out.resolve("trial-0001"))
                .isDirectoryContaining(file -> file.getFileName().toString().startsWith("events.out.tfevents."));
        assertThat(export("cells", "tensorboard:" + out).exitCode()).isZero();
    }

    @Test
    void whatCannotBeExportedIsRefusedInWords() throws IOException {
        assertThat(export("cell", "csv", "-o", out).err()).contains("cell").contains("is not in this store");
        assertThat(export("cells", "cvs", "-o", out).err())
                .contains("--to = cvs")
                .contains("csv?");
        assertThat(export("cells", "csv,onnx", "-o", out).err())
                .contains("--to = onnx")
                .contains("of models");
        assertThat(export("cells", "mlflow").err()).contains("says no place");
        assertThat(export("cells", "mlflow:http://localhost:1").exitCode()).isEqualTo(1);
        assertThat(export("cells", "mlflow:http://localhost:1").err())
                .contains("nothing answers at http://localhost:1");
        Files.writeString(out, "");
        assertThat(export("cells", "csv", "-o", out).err()).contains("is a file");
    }
}
