package dev.sweetspot.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[1,-0.5,1e300,12345678901234567890]",
                "{\"a\":{\"b\":[true,false,null]},\"ü \\\"x\\\"\":\"line\\nbreak\\u0001\"}",
                "\"\uD83D\uDE00\""
            })
    void whatIsReadIsWrittenAsItWas(String text) {
        assertThat(Json.write(Json.parse(text, "t"))).isEqualTo(text);
        assertThat(Json.parse(Json.writeIndented(Json.parse(text, "t")), "t")).isEqualTo(Json.parse(text, "t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "01",
                "+1",
                ".5",
                "1.",
                "NaN",
                "'x'",
                "\"\\x\"",
                "\"\\u12\"",
                "[1] 2",
                "\"a",
                "tru",
                "\"tab\tinside\"",
                "// no\n1"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text, "t")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aKeyThatIsThereTwiceIsNamedWithItsPlace() {
        assertThatThrownBy(() -> Json.parse("{\"a\": 1,\n  \"a\": 2}", "x.json"))
                .hasMessage("x.json, line 2, column 3: key = \"a\": is there twice. Maybe remove one?");
    }

    @Test
    void aTextOfManyLevelsDoesNotExhaustTheStack() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000), "t")).hasMessageContaining("levels");
    }

    @Test
    void numbersKeepTheirDigits() {
        long seed = 0x7fff_ffff_ffff_fff1L;
        assertThat(Fields.of(Json.parse("{\"seed\":" + seed + "}", "t")).whole("seed"))
                .isEqualTo(seed);
        for (double value : List.of(0.1, -0.0, 1e-300, 123456789.123, 1e22)) {
            assertThat(((Form.NumberForm) Json.parse(Json.write(Form.of(value)), "t")).doubleValue())
                    .isEqualTo(value);
        }
    }

    @Test
    void anUnknownEntryIsAnsweredWithTheNearestOne() {
        var fields = Fields.of(Json.parse("{\"directon\": \"minimize\"}", "study.json"));
        assertThatThrownBy(() -> fields.onlyKnown(Set.of("direction", "name")))
                .hasMessage("study.json, line 1, column 2: entry = directon: is not known here. Maybe direction?");
    }

    @Test
    void theNearestNameIsFoundThroughSwapsAndBeginnings() {
        var known = List.of("learning_rate", "batch_size", "momentum");
        assertThat(DidYouMean.nearest("laerning_rate", known)).contains("learning_rate");
        assertThat(DidYouMean.nearest("batch", known)).contains("batch_size");
        assertThat(DidYouMean.nearest("zzz", known)).isEmpty();
    }

    @Test
    void ofManyNamesTheThreeNearestAreToldAndHowToSeeTheRest() {
        var known = IntStream.range(0, 26)
                .mapToObj(i -> "blood-cells-" + (char) ('a' + i))
                .collect(Collectors.toCollection(ArrayList::new));
        known.addAll(List.of("dome", "dune", "dial"));

        assertThat(DidYouMean.maybe("moon", known, "Look there."))
                .isEqualTo("dome, dune, dial, or another of 29? Look there.");
        assertThat(DidYouMean.maybe("blood-cells-bb", known, "Look there.")).isEqualTo("blood-cells-b?");
        assertThat(DidYouMean.maybe("moon", List.of("ship"), "Look there.")).isEqualTo("ship?");
        assertThat(DidYouMean.maybe("moon", List.of(), "Look there.")).isEqualTo("another place? There are none here.");
    }
}
