package dev.sweetspot.store.jdbc;

import static dev.sweetspot.testkit.SampleEvents.reported;
import static dev.sweetspot.testkit.SampleEvents.seeing;
import static dev.sweetspot.testkit.SampleEvents.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.Store.Change;
import dev.sweetspot.store.Store.Logged;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.study.Audit;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.Standing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the packs of every database. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class PacksContract {
    private JdbcStore store;

    /** A store that is the test's own, opened again each time. */
    abstract JdbcStore open();

    @BeforeEach
    void twoStudies() {
        store = open();
        for (var study : List.of("s", "other")) {
            store.create(new StudyRecord(study, Instant.EPOCH, Form.of(Map.of())));
            store.append(study, List.of(seeing(0, started(0))));
        }
    }

    /** Further reports of the trial of a study. */
    private void append(String study, int from, int count) {
        var batch = new ArrayList<Change>();
        for (int i = from; i < from + count; i++) {
            batch.add(seeing(i, reported(0, i, "loss", 1.0 / i)));
        }
        store.append(study, batch);
    }

    private static List<Logged> each(JdbcStore from, String study) {
        var events = new ArrayList<Logged>();
        from.each(study, 0, events::add);
        return events;
    }

    private long packs(String condition) {
        return store.database()
                .read(session -> session.number("select count(*) from pack where " + condition))
                .orElseThrow();
    }

    private void change(String statement) {
        store.database().write(session -> session.update(statement));
    }

    private void assertTold(int count) {
        var told = each(store, "s");
        assertThat(told).isEqualTo(store.read("s", 0)).hasSize(count);
    }

    @Test
    void whoeverEndsAStretchPacksIt() {
        append("s", 1, Packs.STRETCH - 2);
        append("other", 1, 10);
        assertThat(packs("1 = 1")).isZero();
        append("s", Packs.STRETCH - 1, 1);
        assertThat(packs("stretch = 0")).isEqualTo(1);
        assertTold(Packs.STRETCH);
        append("s", Packs.STRETCH, 2 * Packs.STRETCH + 5);
        assertThat(packs("1 = 1")).isEqualTo(3);
        assertTold(3 * Packs.STRETCH + 5);
        assertThat(each(store, "other")).hasSize(11);
        store.delete("s");
        assertThat(packs("1 = 1")).isZero();
    }

    @Test
    void aLogIsReadAlsoWhereTheThreadsThatAllShareAreBusy() {
        append("s", 1, 2 * Packs.STRETCH);
        var over = new CountDownLatch(1);
        try {
            for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
                ForkJoinPool.commonPool().execute(() -> {
                    try {
                        over.await();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            assertTold(2 * Packs.STRETCH + 1);
        } finally {
            over.countDown();
        }
    }

    @Test
    void whatAPackHoldsIsNotReadRowByRow() {
        append("s", 1, 2 * Packs.STRETCH);
        var all = store.read("s", 0);
        change("delete from event where position <= " + Packs.STRETCH);
        assertThat(each(store, "s")).isEqualTo(all);
        assertThat(store.read("s", 0)).as("events alone count").hasSize(Packs.STRETCH + 1);
    }

    @Test
    void anAuditReadsPacksAndStillSeesThatEventsAreGone(@TempDir Path folder) {
        append("s", 1, 2 * Packs.STRETCH);
        assertThat(audited(folder)).isEmpty();
        change("delete from event where position = 5");
        assertThat(audited(folder))
                .hasSize(1)
                .allMatch(sentence -> sentence.startsWith((2 * Packs.STRETCH + 1) + " events are read, and "
                        + 2 * Packs.STRETCH + " lie in the log: some of it is gone"));
    }

    /** What is wrong with how many events there are. */
    private List<String> audited(Path folder) {
        return Audit.of(store, new FolderArtifacts(folder), "s", List.of()).findings().stream()
                .filter(finding -> finding.check() == Audit.Check.VERSIONS)
                .map(Audit.Finding::sentence)
                .toList();
    }

    @Test
    void decisionsAreFoundWhereThereAreAnyAndWhereThereAreNone() {
        append("s", 1, 20);
        assertThat(store.decisions("s")).isEmpty();
        store.append("s", List.of(seeing(0, SampleEvents.ordered(Standing.PAUSED))));
        assertThat(store.decisions("s")).containsExactly(SampleEvents.ordered(Standing.PAUSED));
        assertThat(store.decisions("other")).isEmpty();
    }

    @Test
    void missingAndDamagedPacksCostTimeAndNothingElse() {
        append("s", 1, 4 * Packs.STRETCH);
        change("delete from pack where stretch = 2");
        assertTold(4 * Packs.STRETCH + 1);
        assertThat(packs("stretch = 2")).as("packed again").isEqualTo(1);
        change("delete from pack");
        assertTold(4 * Packs.STRETCH + 1);
        assertThat(packs("1 = 1")).isEqualTo(4);
        store.database()
                .write(session -> session.update("update pack set body = ? where stretch = 1", new byte[] {1, 2, 3}));
        assertTold(4 * Packs.STRETCH + 1);
    }

    @Test
    void packsThatCannotBeKeptDoNotStopAnybody() {
        change("alter table pack rename to pack_elsewhere");
        change("create view pack as select * from pack_elsewhere where stretch < 0");
        append("s", 1, 2 * Packs.STRETCH);
        assertTold(2 * Packs.STRETCH + 1);
        change("drop view pack");
        change("alter table pack_elsewhere rename to pack");
        assertTold(2 * Packs.STRETCH + 1);
        assertThat(packs("1 = 1")).isEqualTo(2);
    }
}
