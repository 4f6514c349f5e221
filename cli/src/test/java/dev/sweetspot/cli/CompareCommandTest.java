package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.cli.asktell.Dialogue;
import dev.sweetspot.cli.asktell.Keeping;
import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.store.jdbc.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    private Path home;

    @BeforeEach
    void search() {
        search("one", "accuracy", 0.5);
        search("other", "accuracy", 0.6);
        search("another", "size", 0.6);
    }

    private void search(String name, String objective, double first) {
        var keeping = new Keeping(Clock.systemUTC(), "a", Optional.empty(), () -> SqliteStore.open(store()));
        try (var search = new Dialogue(new Chosen("random", "none"), keeping)) {
            search.answer("{\"op\":\"start\",\"protocol\":2,\"name\":\"" + name + "\",\"space\":{"
                    + "\"lr\":{\"type\":\"real\",\"low\":1e-4,\"high\":0.1,\"scale\":\"log\"}},"
                    + "\"objective\":{\"name\":\"" + objective + "\",\"direction\":\"maximize\"}}");
            for (int i = 0; i < 6; i++) {
                search.answer("{\"op\":\"ask\"}");
                search.answer("{\"op\":\"tell\",\"id\":" + i + ",\"values\":{\"" + objective + "\":"
                        + (first + i / 100.0) + "}}");
            }
        }
    }

    private Path store() {
        return home.resolve("store.db");
    }

    /** A result whose winner says of 40 items what is true, but for the first few. */
    private String result(String study, int wrong) throws IOException {
        var folder = Files.createDirectories(home.resolve("out-" + study));
        Files.writeString(folder.resolve("record.json"), "{\"study\":\"" + study + "\"}");
        Files.writeString(folder.resolve("report.json"), "{}");
        var answers = new StringBuilder("row,truth,predicted\n");
        for (int i = 0; i < 40; i++) {
            answers.append("row ").append(i).append(i < wrong ? ",a,b\n" : ",a,a\n");
        }
        Files.writeString(folder.resolve("predictions.csv"), answers);
        return study + "=" + folder;
    }

    @Test
    void winnersAreComparedByTheirAnswersToTheSameItems() throws IOException {
        var ran = Ran.of(
                "compare",
                "one",
                "other",
                "--store",
                store(),
                "--result",
                result("one", 20),
                "--result",
                result("other", 2));

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("The winner of other is better than that of one.")
                .contains("On the 40 test items that neither was chosen by: accuracy 0.5000 against 0.9500")
                .contains("Only the winner of one is right on 0 of them, only that of other on 18")
                .contains(
                        "After 6 trials each the best accuracy was 0.5500 in one and 0.6500 in other: other was ahead.")
                .contains("which way of searching is better would take several of each");
    }

    @Test
    void aSmallDifferenceIsNotSaidToBeOne() throws IOException {
        var ran = Ran.of(
                "compare",
                "one",
                "other",
                "--store",
                store(),
                "--json",
                "--result",
                result("one", 4),
                "--result",
                result("other", 2));

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("{\"a\":\"one\",\"b\":\"other\",\"better\":null,\"difference\":{\"of\":\"accuracy\"")
                .contains("\"test\":{\"items\":40,\"only_a_right\":0,\"only_b_right\":2,\"p\":0.5}");
    }

    @Test
    void whereNothingTellsOfLuckNothingIsClaimed() {
        var ran = Ran.of("compare", "one", "other", "--store", store());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Which winner is better cannot be said");
    }

    @Test
    void figuresOfDifferentThingsAreNotCompared() {
        var ran = Ran.of("compare", "one", "another", "--store", store());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("studies = one, another: the one seeks accuracy, the other size");
    }

    @Test
    void aStudyIsNotComparedWithItself() {
        var ran = Ran.of("compare", "one", "one", "--store", store());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("B = one: is the same study as A. Maybe ");
    }
}
