package dev.sweetspot.store.jdbc;

import static dev.sweetspot.testkit.SampleEvents.completed;
import static dev.sweetspot.testkit.SampleEvents.reported;
import static dev.sweetspot.testkit.SampleEvents.seeing;
import static dev.sweetspot.testkit.SampleEvents.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.testkit.EmbeddedDatabase;
import dev.sweetspot.testkit.FaultyLine;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.FunctionWorkload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is cut off, slow, silent, killed: workers wait and go on, nothing is lost and nothing is there twice. */
@Tag("long")
@Timeout(120)
class PostgresOutageTest {
    private static EmbeddedDatabase server;

    private FaultyLine line;
    private String schema = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(true);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void connect() {
        line = FaultyLine.to(server.port());
        schema = "outage" + System.nanoTime();
    }

    @AfterEach
    void disconnect() {
        line.close();
    }

    private Store open(String more) {
        return Stores.open(EmbeddedDatabase.address(line.port(), schema) + more);
    }

    private Store created(String more) {
        var store = open(more);
        store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
        return store;
    }

    private static List<Event> events(Store store) {
        return store.read("s", 0).stream().map(Store.Logged::event).toList();
    }

    @Test
    void theServerOfTheseTestsWaitsForTheDisk() {
        var database = PostgresDatabase.open(PostgresAddress.of(EmbeddedDatabase.address(server.port(), schema)));
        for (var setting : List.of("fsync", "synchronous_commit")) {
            List<String> value = database.read(session -> session.query("show " + setting, row -> row.getString(1)));
            assertThat(value).as(setting).containsExactly("on");
        }
        database.close();
    }

    @Test
    void aBatchWhoseCommitWasDoneAndNotAnsweredIsThereOnce() {
        // Without prepared statements the line can see what is a commit.
        try (var store = created("&prepareThreshold=0")) {
            line.loseAnswers(1);
            assertThat(store.append("s", List.of(seeing(0, started(0)), seeing(1, reported(0, 1, "a", 1)))))
                    .isEqualTo(new Store.Appended.Done(2));
            assertThat(line.hasLostAll()).isTrue();
            line.loseAnswers(1);
            assertThat(store.append("s", List.of(seeing(2, completed(0, "a", 1)))))
                    .as("told once, and no conflict with itself")
                    .isEqualTo(new Store.Appended.Done(3));
            assertThat(events(store)).containsExactly(started(0), reported(0, 1, "a", 1), completed(0, "a", 1));
        }
    }

    @Test
    void aBatchWhoseCommitDidNotArriveIsThereOnce() {
        try (var store = created("&prepareThreshold=0")) {
            line.loseRequests(2);
            assertThat(store.append("s", List.of(seeing(0, started(0))))).isEqualTo(new Store.Appended.Done(1));
            assertThat(line.hasLostAll()).isTrue();
            assertThat(events(store)).containsExactly(started(0));
        }
    }

    @Test
    void aStudyWhoseCreationWasNotAnsweredIsOursAndAnothersIsNot() {
        try (var store = open("&prepareThreshold=0")) {
            line.loseAnswers(1);
            store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            assertThat(line.hasLostAll()).isTrue();
            assertThatThrownBy(() -> store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of()))))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    /** One that claims numbers and tells; what it was told is there. */
    private static Callable<List<Integer>> worker(Store store, AtomicBoolean over) {
        return () -> {
            var mine = new ArrayList<Integer>();
            while (!over.get()) {
                int next = (int) store.read("s", 0).stream()
                        .filter(logged -> logged.event() instanceof Event.Started)
                        .count();
                if (store.append("s", List.of(seeing(0, started(next)))) instanceof Store.Appended.Done) {
                    assertThat(store.append("s", List.of(seeing(1, completed(next, "a", next)))))
                            .as("nobody else has the trial: a conflict could only be with itself")
                            .isInstanceOf(Store.Appended.Done.class);
                    mine.add(next);
                }
            }
            return mine;
        };
    }

    private interface Trouble {
        void make() throws InterruptedException;
    }

    /** Four workers work while there is trouble; afterwards all that they were told is there, once. */
    private void worksThrough(String more, Trouble trouble) throws InterruptedException, ExecutionException {
        var over = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(4);
        try (var store = created(more);
                var second = open(more)) {
            var all = new ArrayList<Future<List<Integer>>>();
            for (int i = 0; i < 4; i++) {
                all.add(pool.submit(worker(i % 2 == 0 ? store : second, over)));
            }
            trouble.make();
            int until = store.read("s", 0).size();
            while (store.read("s", 0).size() < until + 20) {
                Thread.sleep(20);
            }
            over.set(true);
            var told = new ArrayList<Integer>();
            for (var each : all) {
                told.addAll(each.get());
            }
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, told.size()).boxed().toList());
            var events = events(store);
            assertThat(events).doesNotHaveDuplicates().hasSize(2 * told.size());
        } finally {
            over.set(true);
            pool.shutdownNow();
            pool.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aLineThatIsCutAgainAndAgainLosesNothingAndDoublesNothing() throws Exception {
        worksThrough("", () -> {
            for (int i = 0; i < 40; i++) {
                Thread.sleep(10 + 7 * (i % 9));
                line.interrupt();
            }
        });
    }

    @Test
    void aLineThatStaysCutForAWhileIsWaitedFor() throws Exception {
        worksThrough("", () -> {
            Thread.sleep(200);
            line.cut();
            Thread.sleep(2500);
            line.mend();
        });
    }

    @Test
    void aSlowLineIsSlow() throws Exception {
        worksThrough("", () -> {
            line.slow(Duration.ofMillis(40));
            Thread.sleep(1500);
        });
    }

    @Test
    void aLineThatFallsSilentIsGivenUpForAnother() throws Exception {
        worksThrough("&socketTimeout=1", () -> {
            Thread.sleep(200);
            line.silence();
            Thread.sleep(2500);
            line.mend();
        });
    }

    @Test
    void aServerThatIsKilledAndStartedAgainHasAllThatItAcknowledged() throws Exception {
        worksThrough("", () -> {
            Thread.sleep(300);
            server.crashAndRestart(Duration.ofSeconds(1));
        });
    }

    @Test
    void patienceEnds() throws InterruptedException {
        try (var store = created("&patience=1")) {
            line.cut();
            long begin = System.nanoTime();
            assertThatThrownBy(() -> store.read("s", 0))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Maybe it is down or not reachable; what was acknowledged is safe")
                    .hasMessageContaining("postgresql://postgres@localhost");
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(9));
        }
    }

    @Test
    void aSearchGoesThroughACutAndARestartOfTheDatabase() throws Exception {
        var x = Parameter.real("x", 0, 1);
        var workload =
                new FunctionWorkload(SearchSpace.of(x), Objective.minimize("loss"), Fidelity.epochs(4), trial -> {
                    double value = trial.suggest(x);
                    for (int epoch = 1; epoch <= 4; epoch++) {
                        Thread.sleep(25);
                        trial.report(epoch, Measurements.of("loss", value / epoch));
                    }
                    return value / 4;
                });
        var spec = new StudySpec(
                "search",
                1,
                workload.space(),
                workload.objectives(),
                workload.fidelity(),
                new Budget.Trials(60),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        try (var store = open("")) {
            var study = Study.create(store, spec, InstantSource.system(), Duration.ofSeconds(10));
            var runner = new StudyRunner(study, new FolderArtifacts(folder.resolve("a")), workload, folder);
            var trouble = new Thread(() -> {
                try {
                    Thread.sleep(300);
                    line.cut();
                    Thread.sleep(1000);
                    line.mend();
                    Thread.sleep(300);
                    server.crashAndRestart(Duration.ofMillis(500));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            trouble.start();
            runner.run(new ThreadExecutor(), new RunPlan("w", 4, 1, Long.MAX_VALUE, Duration.ofSeconds(1)));
            trouble.join();
            var history = study.refresh();
            assertThat(history.trials()).hasSize(60).allMatch(Trial::completed);
            assertThat(history.trials())
                    .allMatch(trial -> trial.losses() == 0 && trial.curve().size() == 4);
        }
    }
}
