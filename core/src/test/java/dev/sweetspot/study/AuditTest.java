package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Claim CLAIM = new Claim("w", 1, 1, Duration.ZERO);
    private static final SearchSpace FINITE = SearchSpace.of(Parameter.integer("n", 1, 6));

    private final AtomicLong now = new AtomicLong();
    private final InMemoryStore store = new InMemoryStore(now::get);

    @TempDir
    Path folder;

    private FolderArtifacts artifacts() {
        return new FolderArtifacts(folder.resolve("kept"));
    }

    private Study study() {
        var spec = new StudySpec(
                "s",
                7,
                FINITE,
                List.of(Objective.minimize("loss")),
                Fidelity.epochs(6),
                new Budget.Trials(6),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        return Study.create(store, spec, InstantSource.system(), LEASE);
    }

    private static ActiveTrial next(Study study) {
        return ((Ask.Run) study.ask(CLAIM)).trial();
    }

    /** Two whole trials and one that runs, with a checkpoint of its first epoch. */
    private void threeTrials() throws Exception {
        var study = study();
        next(study).tell(Tried.loss(3), 1);
        next(study).tell(Tried.loss(2), 1);
        var checkpoint = artifacts().put("s", 2, "checkpoint", Files.writeString(folder.resolve("one"), "1"));
        next(study).report(1, Tried.loss(9), 1, Optional.of(checkpoint));
    }

    private List<Audit.Check> wrong(Store looked, List<Event> acknowledged) {
        return Audit.of(looked, artifacts(), "s", acknowledged).findings().stream()
                .map(Audit.Finding::check)
                .toList();
    }

    @Test
    void nothingIsWrongWithAStudyThatRuns() throws Exception {
        threeTrials();
        var audit = Audit.of(store, artifacts(), "s", List.of());
        assertThat(audit.findings()).isEmpty();
        assertThat(audit.sound()).isTrue();
        assertThat(audit.events()).isEqualTo(6);
        assertThat(audit.trials()).isEqualTo(3);
        assertThat(store.read("s", 0)).as("an audit changes nothing").hasSize(6);
    }

    @Test
    void aTrialWhoseWorkerIsGoneIsFoundWhenTheLeaseHasEndedAndNotBefore() throws Exception {
        threeTrials();
        now.addAndGet(LEASE.toNanos() - 1);
        assertThat(wrong(store, List.of())).isEmpty();
        now.addAndGet(2);
        assertThat(Audit.of(store, artifacts(), "s", List.of()).findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.sentence()).contains("trial 2").contains("its worker w"));
    }

    @Test
    void aCheckpointThatIsDamagedIsFound() throws Exception {
        threeTrials();
        var kept = artifacts().list("s").get(0);
        Files.writeString(artifacts().get("s", 2, kept.artifact()).orElseThrow(), "2");
        assertThat(wrong(store, List.of())).containsExactly(Audit.Check.CHECKPOINTS);
    }

    @Test
    void whatAWorkerSawAcknowledgedMustBeThere() throws Exception {
        var file = folder.resolve("journal");
        try (var journal = Journal.open(file)) {
            var study = study();
            study.onEvent(journal);
            var trial = next(study);
            trial.report(1, Tried.loss(0.1 + 0.2), 1, Optional.empty());
            trial.tell(Tried.loss(3), 1);
        }
        Files.writeString(file, "{\"trial\":0,\"at\":\"2026", StandardOpenOption.APPEND);
        var acknowledged = Journal.read(file);
        assertThat(acknowledged).hasSize(3);
        assertThat(wrong(store, acknowledged)).isEmpty();
        assertThat(wrong(new Damaged(store, log -> log.remove(1)), acknowledged))
                .contains(Audit.Check.ACKNOWLEDGED, Audit.Check.VERSIONS);
        var twice = new ArrayList<>(acknowledged);
        twice.add(acknowledged.get(1));
        assertThat(wrong(store, twice)).containsExactly(Audit.Check.ACKNOWLEDGED);
    }

    @Test
    void aLogThatWasTamperedWithIsFoundOut() throws Exception {
        threeTrials();
        assertThat(wrong(new Damaged(store, log -> log.add(again(log, 1))), List.of()))
                .contains(Audit.Check.TOLD_ONCE);
        assertThat(wrong(new Damaged(store, log -> log.add(again(log, 0))), List.of()))
                .contains(Audit.Check.NUMBERS);
        assertThat(wrong(new Damaged(store, log -> log.remove(2)), List.of())).contains(Audit.Check.NUMBERS);
        assertThat(wrong(new Damaged(store, log -> log.remove(0)), List.of()))
                .contains(Audit.Check.LEGAL, Audit.Check.NUMBERS);
        assertThat(wrong(new Damaged(store, log -> log.add(again(log, 5))), List.of()))
                .as("a report of the same epoch again")
                .contains(Audit.Check.LEGAL, Audit.Check.VERSIONS);
        assertThat(wrong(new Damaged(store, log -> log.add(log.get(5))), List.of()))
                .contains(Audit.Check.POSITIONS);
        assertThat(wrong(new Damaged(store, log -> log.set(2, withTheConfigurationOf(log, 0, 2))), List.of()))
                .containsExactly(Audit.Check.CONFIGURATIONS);
    }

    private static Store.Logged again(List<Store.Logged> log, int place) {
        return new Store.Logged(log.size() + 1, log.get(place).event());
    }

    private static Store.Logged withTheConfigurationOf(List<Store.Logged> log, int other, int place) {
        var first = (Event.Started) log.get(other).event();
        var second = (Event.Started) log.get(place).event();
        return new Store.Logged(
                log.get(place).position(),
                new Event.Started(
                        second.trial(),
                        second.at(),
                        first.configuration(),
                        second.origin(),
                        second.start(),
                        second.target(),
                        second.worker(),
                        second.threads()));
    }

    @Test
    void aStudyThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Audit.of(store, artifacts(), "s", List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not in this store");
    }

    /** A store whose log was damaged after it was written. */
    private record Damaged(Store store, Consumer<List<Store.Logged>> damage) implements Store {
        @Override
        public void create(StudyRecord study) {
            store.create(study);
        }

        @Override
        public Optional<StudyRecord> find(String study) {
            return store.find(study);
        }

        @Override
        public List<StudyRecord> studies() {
            return store.studies();
        }

        @Override
        public Store only(String study) {
            return this;
        }

        @Override
        public void delete(String study) {
            store.delete(study);
        }

        @Override
        public Appended append(String study, List<Change> batch) {
            return store.append(study, batch);
        }

        @Override
        public List<Logged> read(String study, long after) {
            if (after > 0) {
                return List.of();
            }
            var log = new ArrayList<>(store.read(study, 0));
            damage.accept(log);
            return log;
        }

        @Override
        public boolean lease(String study, int trial, String worker, Duration length) {
            return store.lease(study, trial, worker, length);
        }

        @Override
        public void release(String study, int trial, String worker) {
            store.release(study, trial, worker);
        }

        @Override
        public List<Lease> leases(String study) {
            return store.leases(study);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
