package dev.sweetspot.cli.asktell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.store.jdbc.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {
    @TempDir
    Path folder;

    private Dialogue dialogue(List<String> learnFrom) {
        var file = folder.resolve("studies.db");
        return new Dialogue(
                new Chosen("gp", "none"),
                new Keeping(
                        Clock.systemUTC(),
                        "test",
                        Optional.empty(),
                        () -> SqliteStore.open(file),
                        file.toString(),
                        learnFrom));
    }

    private static Fields say(Dialogue dialogue, String request) {
        return Fields.of(Json.parseMap(dialogue.answer(request), "answer"));
    }

    private static String start(String entries) {
        return "{\"op\":\"start\",\"protocol\":2,\"seed\":3,\"space\":{\"x\":{\"type\":\"real\",\"low\":0,\"high\":1}},"
                + "\"objective\":{\"name\":\"loss\"}" + entries + "}";
    }

    /** A study in the store whose best value lies at 0.3. */
    private void before() {
        try (var dialogue = dialogue(List.of())) {
            say(dialogue, start(",\"name\":\"before\""));
            for (int i = 0; i < 10; i++) {
                say(
                        dialogue,
                        "{\"op\":\"add\",\"params\":{\"x\":0." + i + "},\"values\":{\"loss\":" + Math.abs(i - 3)
                                + "}}");
            }
        }
    }

    @Test
    void aStudyLearnsFromThoseOfAStore() {
        before();
        for (var place :
                List.of(folder.resolve("studies.db").toString(), folder.resolve("studies.db") + "#before", "#before")) {
            try (var dialogue = dialogue(List.of())) {
                var answer = say(dialogue, start(",\"learn_from\":[\"" + place + "\"]"));
                assertThat(answer.text("learns")).isEqualTo("Learns from before (10 trials)");
                assertThat(say(dialogue, "{\"op\":\"ask\"}").map("params").number("x"))
                        .isBetween(0.2, 0.4);
            }
        }
        try (var dialogue = dialogue(List.of("#before"))) {
            assertThat(say(dialogue, start(",\"name\":\"now\"")).text("learns")).contains("before");
        }
    }

    @Test
    void whatCannotBeLearntFromIsSaid() {
        before();
        try (var dialogue = dialogue(List.of())) {
            assertThat(say(dialogue, start(",\"learn_from\":[\"#befor\"]")).text("error"))
                    .contains("Maybe before?");
            assertThat(say(dialogue, start(",\"learn_from\":[\"gone.db\"]")).text("error"))
                    .contains("is no store of studies");
            var other = start(",\"learn_from\":[\"" + folder.resolve("studies.db") + "\"]")
                    .replace("loss", "error");
            assertThat(say(dialogue, other).text("learns"))
                    .isEqualTo("There is no earlier study to learn from; left out: before (it did not seek error)");
        }
        try (var dialogue = dialogue(List.of())) {
            var two = start(",\"learn_from\":[\"#before\"]")
                    .replace(
                            "\"objective\":{\"name\":\"loss\"}",
                            "\"objectives\":[{\"name\":\"loss\"},{\"name\":\"b\"}]");
            assertThat(say(dialogue, two).text("error")).contains("nobody learns yet from another study's front");
        }
    }

    @Test
    void aPreferenceThatCannotBeIsRefused() {
        try (var dialogue = dialogue(List.of())) {
            assertThat(say(dialogue, start(",\"weights\":[1,2]")).text("error"))
                    .contains("weights = 2 numbers: must be one for each objective: loss");
        }
    }
}
