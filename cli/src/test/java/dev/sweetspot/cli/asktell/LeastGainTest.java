package dev.sweetspot.cli.asktell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Study;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeastGainTest {
    @TempDir
    Path folder;

    @Test
    void aStudyEndsWhenGoingOnGainsTooLittleAndSaysSoEverAfter() {
        var file = folder.resolve("studies.db");
        var keeping = new Keeping(
                Clock.systemUTC(), "test", Optional.empty(), () -> SqliteStore.open(file), file.toString(), List.of());
        String reason = "";
        int trials = 0;
        try (var dialogue = new Dialogue(new Chosen("auto", "none"), keeping)) {
            say(
                    dialogue,
                    "{\"op\":\"start\",\"protocol\":2,\"name\":\"s\",\"space\":{\"x\":{\"type\":\"real\",\"low\":0,"
                            + "\"high\":1}},\"objective\":{\"name\":\"loss\"},\"budget\":{\"gain\":0.01,\"trials\":200}}");
            while (reason.isEmpty()) {
                var answer = say(dialogue, "{\"op\":\"ask\"}");
                reason = answer.findText("finished").orElse("");
                if (reason.isEmpty()) {
                    double x = answer.map("params").number("x");
                    double loss = (x - 0.3) * (x - 0.3);
                    say(
                            dialogue,
                            "{\"op\":\"tell\",\"id\":" + answer.integer("id") + ",\"values\":{\"loss\":" + loss + "}}");
                    trials++;
                }
            }
        }
        assertThat(trials).isBetween(10, 100);
        assertThat(reason).startsWith("after " + trials + " trials").endsWith("a gain below 0.01 is not worth them");
        try (var store = SqliteStore.open(file)) {
            assertThat(Study.open(store, "s", Clock.systemUTC(), Duration.ofMinutes(1))
                            .enough())
                    .contains(reason);
        }
    }

    private static Fields say(Dialogue dialogue, String request) {
        return Fields.of(Json.parseMap(dialogue.answer(request), "answer"));
    }
}
