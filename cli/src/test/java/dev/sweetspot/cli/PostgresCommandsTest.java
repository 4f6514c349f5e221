package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.testkit.EmbeddedDatabase;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about studies, on a study in PostgreSQL. */
class PostgresCommandsTest {
    private static final Claim CLAIM = new Claim("worker", 1, 1, Duration.ZERO);

    @TempDir
    Path home;

    /** A study with a trial that has ended and one that is put aside with a checkpoint. */
    private void study(String address) throws IOException {
        try (var store = Stores.open(address)) {
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
            ((Ask.Run) study.ask(CLAIM)).trial().tell(Measurements.of("accuracy", 0.75), 1);
            var trial = ((Ask.Run) study.ask(CLAIM)).trial();
            var kept = Stores.artifacts(address, home.resolve("local"))
                    .put("cells", 1, "checkpoint", Files.writeString(home.resolve("given"), "weights"));
            trial.report(1, Measurements.of("accuracy", 0.5), 1, Optional.of(kept));
            trial.pause("for now", Optional.empty());
        }
    }

    private static Ran ran(String... words) {
        return Ran.of(List.of(words).toArray());
    }

    @Test
    void aStudyInPostgresIsLookedAtCopiedCheckedAndRemovedLikeAnyOther() throws IOException {
        try (var server = EmbeddedDatabase.start(false)) {
            var address = server.address().replace("postgres@", "postgres:secret@");
            study(address);

            assertThat(ran("studies", "--store", address).out()).startsWith("cells");
            assertThat(ran("show", "cells", "--store", address).out()).contains("Best so far: trial 0");
            assertThat(ran("trials", "cells", "--store", address).out().lines()).hasSize(2);
            var audit = ran("audit", "cells", "--store", address);
            assertThat(audit.exitCode()).as(audit.out()).isZero();
            assertThat(ran("doctor", "--store", address).out())
                    .contains("postgresql://postgres@localhost:" + server.port() + "/postgres")
                    .doesNotContain("secret");
            assertThat(ran("trials", "cells", "--store", address, "--show-settings")
                            .out())
                    .contains("postgresql://postgres@localhost")
                    .doesNotContain("secret");

            var file = home.resolve("studies.db").toString();
            assertThat(ran("copy", "cells", "--store", address, "--to", file).out())
                    .contains("cells: 5 events, 5 of them new, and 1 file (");
            assertThat(ran("audit", "cells", "--store", file).exitCode()).isZero();
            assertThat(ran("copy", "--store", file, "--to", address, "--name", "again", "cells")
                            .out())
                    .contains("as again")
                    .doesNotContain("secret");

            assertThat(ran("clean", "cells", "--delete", "--yes", "--store", address)
                            .out())
                    .contains("Removed study cells");
            assertThat(ran("studies", "--store", address).out())
                    .startsWith("again")
                    .doesNotContain("cells");
        }
    }
}
