package dev.sweetspot.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private static Form read(String text) {
        return Yaml.read(text, "study.yaml");
    }

    private static Form value(String text) {
        return ((Form.MapForm) read("a: " + text)).entries().get("a");
    }

    @ParameterizedTest
    @CsvSource({
        "1e-5, 1e-5",
        "1E3, 1E3",
        "+1, 1",
        ".5, 0.5",
        "1., 1",
        "007, 7",
        "-0.0, -0.0",
        "0x1F, 31",
        "0o17, 15",
        "9223372036854775807, 9223372036854775807",
        "1.7976931348623157e308, 1.7976931348623157e308"
    })
    void numbersAreWhatPeopleMean(String written, String literal) {
        assertThat(value(written)).isInstanceOfSatisfying(Form.NumberForm.class, number -> assertThat(number.literal())
                .isEqualTo(literal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "on", "off", "no", "1:30", "1_000", "2026-11-21", "e5", "x", "'1'", "\"true\"", "1e", "-"
            })
    void whatIsNoNumberIsAText(String written) {
        // "-" opens a list with an empty item, in block context.
        var form = value(written.equals("-") ? "'-'" : written);

        assertThat(form).isInstanceOf(Form.TextForm.class);
    }

    @ParameterizedTest
    @CsvSource({".inf, Infinity", "-.INF, -Infinity", ".nan, NaN"})
    void whatJsonCannotWriteBecomesTheTextThatFormsUse(String written, String text) {
        assertThat(value(written)).isEqualTo(Form.of(text));
    }

    @Test
    void everyValueKnowsItsPlace() {
        var form = (Form.MapForm) read("space:\n  x: {low: 1,\n      high: 2}\n");
        var x = (Form.MapForm)
                ((Form.MapForm) form.entries().get("space")).entries().get("x");

        assertThat(x.entries().get("high").at()).hasToString("study.yaml, line 3, column 13");
    }

    @Test
    void anEmptyFileIsAnEmptyMap() {
        assertThat(read("")).isEqualTo(Form.of(Map.of()));
        assertThat(read("# nothing yet\n")).isEqualTo(Form.of(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1\\nb: 2\\na: 3' | study.yaml, line 3, column 1 | is there twice, first in line 1",
                "'a: [1, 2' | study.yaml, line | is no YAML",
                "'a: b: c' | study.yaml, line 1, column 5 | a colon cannot stand here",
                "'a:\\n\\t- 1' | study.yaml, line 2, column 1 | tab",
                "'a: 1\\n---\\nb: 2' | study.yaml, line | second document",
                "'? [a, b]\\n: 1' | study.yaml, line 1, column 3 | plain texts as keys",
                "'~: 1' | study.yaml, line 1, column 1 | plain texts as keys",
                "'a: !ruby/object x' | study.yaml, line 1, column 4 | tag",
                "'a: *nowhere' | study.yaml, line 1, column 4 | nowhere"
            })
    void whatCannotBeReadIsNamedWithItsPlace(String text, String place, String rule) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(place)
                .hasMessageContaining(rule);
    }

    @Test
    void aliasesAreExpanded() {
        assertThat(read("a: &a [1, 2]\nb: *a")).isEqualTo(read("a: [1, 2]\nb: [1, 2]"));
    }

    @Test
    void mapsAreMerged() {
        assertThat(read("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n"))
                .isEqualTo(read("a: {x: 1, y: 2}\nb: {x: 1, y: 3}"));
    }

    @Test
    void aliasesThatGrowWithoutEndAreRefused() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [");
            text.append(String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1))))
                    .append("]\n");
        }
        assertThatThrownBy(() -> read(text.toString())).hasMessageContaining("more than 1000000 values");
        assertThatThrownBy(() -> read("a: &a [*a]")).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void nestingWithoutEndIsRefused(String opening) {
        assertThatThrownBy(() -> read(opening.repeat(100_000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("deeper than 100");
    }

    @Test
    void blocksNestedWithoutEndAreRefused() {
        var text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        assertThatThrownBy(() -> read(text.toString())).hasMessageContaining("deeper than 100");
    }

    @Test
    void aFileIsReadAsUtf8(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("grün.yaml"), "name: Größe\n");

        assertThat(Yaml.read(file)).isEqualTo(Form.of(Map.of("name", Form.of("Größe"))));
        Files.write(file, "name: Größe".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Yaml.read(file)).hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> Yaml.read(folder.resolve("none"))).hasMessageContaining("is not there");
        assertThatThrownBy(() -> Yaml.read(folder)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatIsWrittenIsPleasantToRead() {
        var map = new LinkedHashMap<String, Form>();
        map.put("family", Form.of("cnn"));
        map.put("learning_rate", Form.of(1.5e-5));
        map.put("flip", Form.of(true));
        map.put("answer", Form.of("yes"));
        map.put("choices", Form.of(List.of(Form.of(1), Form.of("a b"))));
        map.put("nested", Form.of(Map.of("x", Form.of("1"))));

        assertThat(Yaml.write(Form.of(map))).isEqualTo("""
                        family: cnn
                        learning_rate: 1.5E-5
                        flip: true
                        answer: "yes"
                        choices: [1, a b]
                        nested:
                          x: '1'
                        """);
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        var random = new SplittableRandom(20261121);
        for (int i = 0; i < 2000; i++) {
            var form = Form.of(Map.of("root", form(random, 0)));

            assertThat(Yaml.read(Yaml.write(form), "written"))
                    .as(Json.write(form))
                    .isEqualTo(form);
        }
    }

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "true",
            "null",
            "~",
            "1",
            "1e5",
            ".5",
            "0x1",
            "- a",
            "a: b",
            "#c",
            "a #b",
            "'",
            "\"",
            "\\",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "[",
            "{",
            "a\nb",
            "a\n",
            "\n",
            "\ta",
            "é",
            "日本",
            "\uD83D\uDE00",
            "|",
            ">",
            "?",
            "yes",
            "<<",
            "\u0085",
            "\u2028",
            "\u0000",
            " lead",
            "trail ",
            ".inf",
            "=",
            "---",
            "...",
            "a\r\nb",
            "\u007f");

    private static Form form(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth > 3 ? 5 : 7);
        return switch (kind) {
            case 0 -> Form.of(TEXTS.get(random.nextInt(TEXTS.size())));
            case 1 -> Form.of(random.nextLong());
            case 2 -> Form.of(Double.longBitsToDouble(random.nextLong()));
            case 3 -> Form.of(random.nextBoolean());
            case 4 -> new Form.NullForm(dev.sweetspot.form.Position.NONE);
            case 5 -> {
                var items = new ArrayList<Form>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(form(random, depth + 1));
                }
                yield Form.of(items);
            }
            default -> {
                var entries = new LinkedHashMap<String, Form>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    entries.put(TEXTS.get(random.nextInt(TEXTS.size())), form(random, depth + 1));
                }
                yield Form.of(entries);
            }
        };
    }
}
