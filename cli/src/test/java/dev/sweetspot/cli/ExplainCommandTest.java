package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainCommandTest {
    static Stream<String> names() {
        return Explanation.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyParameterIsExplainedWhole(String name) {
        var lines = new Explanation(name).lines();
        var text = String.join("\n", lines);
        assertThat(lines.get(0)).isEqualTo(name);
        assertThat(text).contains("range: ").contains("default: ").contains("tune: ");
        // The line after the name, or after the kind of data, is the help.
        assertThat(lines.get(lines.get(1).matches("  for [a-z,; ]+") ? 2 : 1).strip())
                .endsWith(".")
                .hasSizeGreaterThan(40);
        var parameter = Manual.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        boolean number = parameter.defaultValue() instanceof Number;
        assertThat(text.contains("usual change: ")).as(text).isEqualTo(number);
    }

    @Test
    void whatDiffersBetweenKindsOfDataIsSaidOfEach() {
        var out = Ran.of("explain", "units").out();
        assertThat(out)
                .contains("default: 64; 256 for 2,000 rows or more")
                .contains("counts only where: family is gru or lstm");
        assertThat(Ran.of("explain", "learning_rate").out())
                .contains("for all data")
                .contains("1.0 with adadelta")
                .contains("tune: searches 0.0005 to 0.03");
        assertThat(Ran.of("explain", "weight_noise").out())
                .contains("tune: leaves it at its default, unless it is asked to search it");
        assertThat(Ran.of("explain", "class_weights").out()).containsPattern("classification of .*tables, series");
        assertThat(Ran.of("explain", "freeze").out()).contains("counts only where: pretrained is FILE");
        assertThat(Ran.of("explain", "seed").out()).contains("default: 1").contains("cannot be searched");
        assertThat(Ran.of("explain", "lr").err()).contains("Maybe learning_rate?");
    }
}
