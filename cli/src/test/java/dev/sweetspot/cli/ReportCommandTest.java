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

class ReportCommandTest {
    private static final String START = "{\"op\":\"start\",\"protocol\":2,\"name\":\"mine\",\"space\":{"
            + "\"lr\":{\"type\":\"real\",\"low\":1e-4,\"high\":0.1,\"scale\":\"log\"},"
            + "\"opt\":{\"type\":\"categorical\",\"choices\":[\"sgd\",\"<b>adam</b>\"]}},"
            + "\"objective\":{\"name\":\"loss\"}}";

    @TempDir
    private Path home;

    @BeforeEach
    void search() {
        var keeping = new Keeping(Clock.systemUTC(), "a", Optional.empty(), () -> SqliteStore.open(store()));
        try (var search = new Dialogue(new Chosen("random", "none"), keeping)) {
            search.answer(START);
            for (int i = 0; i < 12; i++) {
                search.answer("{\"op\":\"ask\"}");
                search.answer("{\"op\":\"tell\",\"id\":" + i + ",\"values\":{\"loss\":" + (i + 0.25) + "}}");
            }
        }
    }

    private Path store() {
        return home.resolve("store.db");
    }

    private Path file() {
        return home.resolve("made/report.html");
    }

    private String written() throws IOException {
        return Files.readString(file());
    }

    @Test
    void aStudyOfAnotherProgramIsToldOnOnePage() throws IOException {
        var ran = Ran.of("report", "mine", "--store", store(), "-o", file());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("The report of mine is in " + file() + " (")
                .contains("no result of a job is there");
        assertThat(written())
                .startsWith("<!doctype html>")
                .contains("<title>mine</title>")
                .contains("12 trials: 12 ran to the end")
                .contains("Trial 0 has the best loss, 0.25")
                .contains("&lt;b&gt;adam&lt;/b&gt;")
                .doesNotContain("<b>adam")
                .contains("sweetspot replay mine --store " + store());
    }

    @Test
    void whatTheJobHandedOverIsInIt() throws IOException {
        var result = Files.createDirectories(home.resolve("result"));
        Files.writeString(result.resolve("record.json"), "{\"study\":\"mine\",\"data_hash\":\"cafe\",\"winner\":{}}");
        Files.writeString(
                result.resolve("report.json"),
                "{\"test\":{\"rmse\":9.5,\"rmse_low\":8,\"rmse_high\":11,\"n\":40,\"notes\":[\"Few items.\"]},"
                        + "\"default_test\":{\"rmse\":12,\"rmse_low\":10,\"rmse_high\":14,\"n\":40},\"verdict\":\"It is better.\"}");

        var ran = Ran.of("report", "mine", "--store", store(), "-o", file(), "--result", result, "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("{\"study\":\"mine\",\"report\":\"").contains("\"result\":\"" + result);
        assertThat(written())
                .contains(
                        "On 40 test items that nothing was chosen by, the winner, trained again, has rmse 9.5 (95 %: 8 to 11)")
                .contains("the default configuration has rmse 12 (95 %: 10 to 14)")
                .contains("It is better.")
                .contains("Few items.")
                .contains("SHA-256 hash cafe");
    }

    @Test
    void whatTheWinnerSaidOfEachItemIsDrawn() throws IOException {
        var result = Files.createDirectories(home.resolve("result"));
        Files.writeString(result.resolve("record.json"), "{\"study\":\"mine\",\"winner\":{}}");
        Files.writeString(result.resolve("report.json"), "{\"test\":{\"accuracy\":0.5,\"n\":2}}");
        Files.writeString(
                result.resolve("predictions.csv"),
                "row,truth,predicted,p(a),p(<i>b)\nrow 1,a,a,0.9,0.1\nrow 2,<i>b,a,0.75,0.25\n");

        var ran = Ran.of("report", "mine", "--store", store(), "-o", file(), "--result", result);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(written())
                .contains("What it gets right and wrong")
                .contains("Confusion matrix")
                .contains("[\"row 2\",\"\\u003ci\\u003eb\",\"a\",\"75 %\"]")
                .doesNotContain("<i>b");
    }

    @Test
    void aFolderWithoutAResultOfTheStudyIsRefused() {
        var ran = Ran.of("report", "mine", "--store", store(), "-o", file(), "--result", home);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--result = " + home + ": holds no result of the study mine");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFolderIsNoPlaceForAReport() {
        var ran = Ran.of("report", "mine", "--store", store(), "-o", home);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--output = " + home + ": is a folder. Maybe ");
    }
}
