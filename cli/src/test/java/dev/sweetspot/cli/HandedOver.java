package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a search leaves in its folder for others, in every format there is.
 *
 * @param tuned the search
 * @param out its folder
 */
record HandedOver(Ran tuned, Path out) {
    /** Searches, which succeeds. */
    static HandedOver tuned(Path home, Path data, Object... more) {
        var out = home.resolve("result");
        var words = new ArrayList<Object>(List.of("tune", data, "--name", "s", "--store", home.resolve("store.db")));
        words.addAll(List.of("--export", "onnx,torchscript,pytorch", "--out", out, "--json"));
        words.addAll(List.of(more));
        var ran = Ran.of(words.toArray());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return new HandedOver(ran, out);
    }

    Path file(String name) {
        return out.resolve(name);
    }

    /** What was measured in the end. */
    Fields test() {
        return Fields.of(Json.parseMap(tuned.out(), "result")).map("test");
    }

    /** Judges other data, which succeeds. */
    Ran judges(Path data, Object... more) {
        var words = new ArrayList<Object>(List.of("predict", file("model.sweetspot"), data));
        words.addAll(List.of(more));
        var ran = Ran.of(words.toArray());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran;
    }

    /** Trains the winner again from what lies there. */
    void givesTheSameModelAgain() {
        var ran = Ran.of("retrain", out, "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Fields.of(Json.parseMap(ran.out(), "result")).findTruth("same_model"))
                .contains(true);
    }
}
