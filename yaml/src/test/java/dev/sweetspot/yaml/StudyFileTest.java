package dev.sweetspot.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Relation;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Sought;
import dev.sweetspot.study.StudyFile;
import dev.sweetspot.study.Subject;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Preference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StudyFileTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(StudyFile.schema());

    private static final String HEAD = """
            objective: {name: loss}
            command: [x]
            space:
              a: {type: real, low: 0, high: 1}
              k: {type: categorical, choices: [u, v]}
            """;

    static List<String> filesOfTheGuide() throws IOException {
        var folder = Path.of("..", "docs", "guide");
        var guide =
                Files.readString(folder.resolve("study-file.md")) + Files.readString(folder.resolve("any-program.md"));
        return Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static StudyFile read(String text) {
        return StudyFile.fromForm(Yaml.read(text, "study.yaml"), "unnamed");
    }

    private static List<String> complaints(Form form) {
        return SCHEMA.validate(Json.write(form), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("filesOfTheGuide")
    void theFilesOfTheGuideAreReadAndFitTheSchema(String text) {
        var file = read(text);

        assertThat(complaints(Yaml.read(text, "guide"))).isEmpty();
        assertThat(StudyFile.fromForm(Yaml.read(Yaml.write(file.toForm()), "again"), "other"))
                .isEqualTo(file);
        assertThat(complaints(file.toForm())).isEmpty();
    }

    @Test
    void theFirstFileOfTheGuideMeansWhatItSays() throws IOException {
        var file = read(filesOfTheGuide().get(0));

        assertThat(file.name()).isEqualTo("my-script");
        assertThat(file.space().parameters()).hasSize(4);
        assertThat(file.space().relations()).hasSize(3);
        assertThat(file.sought().get(0).source()).isEqualTo(new Sought.Source.Matched("loss: ([-+0-9.eE]+)"));
        assertThat(file.limits())
                .containsExactly(new Constraint("memory", Constraint.Bound.AT_MOST, 2e9, Constraint.Known.BEFORE));
        assertThat(file.budget()).isEqualTo(new Budget.Trials(30));
        assertThat(file.subject())
                .isEqualTo(new Subject.Command(List.of("python3", "train.py", "--x", "{x}", "--kind", "{kind}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory <= 2GB | 2e9",
                "memory<=1.5 GiB | 1610612736",
                "latency <= 30 ms | 0.03",
                "parameters <= 100k | 1e5",
                "recall >= 90 % | 0.9",
                "size <= 5 | 5"
            })
    void limitsHaveTheirUsualUnits(String text, double limit) {
        assertThat(read(HEAD + "limits: ['" + text + "']").limits().get(0).limit())
                .isEqualTo(limit);
    }

    /** What both the reader and the schema refuse, for what it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nme: x | line 7, column 1 | Maybe name",
                "seed: 1.5 | line 7, column 7 | whole number",
                "budget: {trails: 3} | line 7, column 10 | Maybe trials",
                "budget: {trials: 0} | line 7, column 18 | at least 1",
                "budget: {minutes: -1} | line 7, column 19 | above 0",
                "limits: ['memory << 2GB'] | line 7, column 10 | memory <= 2GB",
                "limits: ['memory <= 2 GBs'] | line 7, column 10 | Maybe GB",
                "limits: ['memory = 2'] | line 7, column 10 | <= or >=",
                "relations: ['a'] | line 7, column 13 | two sides",
                "relations: [{forbid: {}}] | line 7, column 22 | at least one",
                "relations: [{forbd: {k: u}}] | line 7, column 14 | Maybe forbid",
                "objectives: [{name: x}] | line 7, column 13 | beside objective",
                "data: d | line | must say one of them",
                "family: [cnn] | line 7, column 1 | data only",
                "weights: [-1] | line 7, column 10 | at least 0",
                "preference: {weights: [1], order: [loss]} | line 7, column 13 | must say one of",
                "preference: {wieghts: [1]} | line 7, column 14 | Maybe weights",
                "preference: {order: [loss], widths: [1]} | line 7, column 37 | does not go with order",
                "beliefs: {a: {vlue: 1}} | line 7, column 15 | Maybe value",
                "beliefs: {a: {value: 0.5, spread: 2}} | line 7, column 14 | at most 1",
                "first: [0.5] | line 7, column 9 | map",
                "learn_from: [3] | line 7, column 14 | text"
            })
    void aWrongEntryIsRefusedWithItsPlaceAndByTheSchema(String entry, String place, String words) {
        var text = HEAD + "\n" + entry + "\n";

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("study.yaml, " + place)
                .hasMessageContaining(words);
        assertThat(complaints(Yaml.read(text, "study.yaml"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: reel, low: 0, high: 1} | column 13 | Maybe real",
                "{type: real, low: 0} | column 6 | high",
                "{type: real, low: zero, high: 1} | column 24 | number",
                "{type: real, low: 0, high: 1, scale: logarithm} | column 43 | Maybe log?",
                "{type: real, low: 0, high: 1, hihg: 2} | column 36 | Maybe high",
                "{type: integer, low: 0.5, high: 2} | column 27 | whole number",
                "{type: integer, low: 0, high: 2, step: 0} | column 45 | step",
                "{type: categorical, choices: []} | column 35 | at least",
                "{type: categorical, choices: [a, a]} | column 35 | twice",
                "{type: categorical, choices: [[a]]} | column 36 | a text",
                "{type: boolean, default: maybe} | column 31 | true or false",
                "{type: boolean, when: k} | column 28 | map",
                "{type: boolean, when: {k: []}} | column 32 | at least one",
                "7 | column 6 | map"
            })
    void aWrongParameterIsRefusedWithItsPlaceAndByTheSchema(String parameter, String place, String words) {
        var text = HEAD + "  b: " + parameter + "\n";

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("study.yaml, line 6, " + place)
                .hasMessageContaining(words);
        assertThat(complaints(Yaml.read(text, "study.yaml"))).isNotEmpty();
    }

    /** What a schema cannot say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "b: {type: real, low: 2, high: 1} | line 6, column 24 | low",
                "b: {type: real, low: 0, high: 1, scale: log} | line 6, column 24 | above 0",
                "b: {type: boolean, when: {c: u}} | line 6, column 29 | no parameter of the space",
                "b: {type: boolean, when: {k: w}} | line 6, column 28 | w",
                "b: {type: real, low: 0, high: 1, default: 3} | line 6, column 45 | 3",
                "relations: ['a + kk <= 1'] | line 6, column 13 | kk",
                "relations: ['a + k <= 1'] | line 6, column 13 | number",
                "weights: [1, 2] | line 6, column 10 | one for each objective",
                "weights: {los: 1} | line 6, column 10 | Maybe loss",
                "first: [{aa: 1}] | line 6, column 10 | Maybe a?",
                "first: [{a: 7}] | line 6, column 13 | a = 7",
                "beliefs: {aa: 1} | line 6, column 15 | Maybe a?",
                "beliefs: {a: 7} | line 6, column 14 | a = 7",
                "command: [x, '{aa}'] | line 6 | is there twice"
            })
    void whatOnlyTheReaderCanKnowIsRefusedWithItsPlace(String entry, String place, String words) {
        var indent = entry.startsWith("b:") ? "  " : "";

        assertThatThrownBy(() -> read(HEAD + indent + entry + "\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("study.yaml, " + place)
                .hasMessageContaining(words);
    }

    @Test
    void yesAndTrueAreTheSameOfABooleanParent() {
        var yes = read(HEAD + "  b: {type: boolean}\n  c: {type: real, low: 0, high: 1, when: {b: yes}}\n");
        var no = read(HEAD + "  b: {type: boolean}\nrelations: [{forbid: {b: no, k: u}}]\n");

        assertThat(yes.space().dimensions())
                .last()
                .extracting(SearchSpace.Dimension::conditions)
                .isEqualTo(List.of(new Condition("b", Set.of("true"))));
        assertThat(no.space().relations()).containsExactly(new Relation.Forbidden(Map.of("b", "false", "k", "u")));
    }

    @Test
    void aPlaceholderThatIsNoParameterIsNamed() {
        assertThatThrownBy(() -> read(HEAD.replace("[x]", "[x, '{aa}']")))
                .hasMessage("study.yaml, line 2, column 14: command = {aa}: is no parameter. Maybe a?");
    }

    @Test
    void aPatternNeedsOneGroup() {
        assertThatThrownBy(() -> read(HEAD.replace("{name: loss}", "{name: loss, pattern: 'loss: .*'}")))
                .hasMessageContaining("line 1, column 34")
                .hasMessageContaining("exactly one group");
        assertThatThrownBy(() -> read(HEAD.replace("{name: loss}", "{name: loss, pattern: 'loss: ('}")))
                .hasMessageContaining("no regular expression");
    }

    @Test
    void generatedSpacesComeBackFromYamlAndFitTheSchema() {
        for (int seed = 0; seed < 300; seed++) {
            var space = space(new SplittableRandom(seed));
            var file = new StudyFile(
                    "s" + seed,
                    seed,
                    space,
                    List.of(),
                    List.of(),
                    Preference.front(),
                    new Budget.AnyOf(List.of()),
                    new Subject.Training("data", List.of("cnn"), List.of()),
                    StudyFile.Prior.NONE);
            var text = Yaml.write(file.toForm());

            assertThat(StudyFile.fromForm(Yaml.read(text, "written"), "x"))
                    .as(text)
                    .isEqualTo(file);
            assertThat(Json.write(SpaceForms.toForm(space)))
                    .as("the same in JSON")
                    .isEqualTo(Json.write(SpaceForms.toForm(read(text).space())));
            assertThat(complaints(file.toForm())).as(text).isEmpty();
        }
    }

    private static SearchSpace space(SplittableRandom random) {
        var kind = Parameter.categorical("kind", "a", "b", "yes", "1");
        var space = SearchSpace.of(kind);
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            var parameter = parameter("p" + i, random);
            space = random.nextBoolean()
                    ? space.with(parameter)
                    : space.with(parameter, Condition.when(kind, random.nextBoolean() ? "yes" : "1"));
        }
        var numbers = space.parameters().stream()
                .filter(each -> each instanceof RealParameter)
                .toList();
        if (numbers.size() > 1) {
            space = space.with(Relation.order(numbers.get(0), numbers.get(1)));
        }
        return space.with(new Relation.Forbidden(Map.of("kind", "b")));
    }

    private static Parameter<?> parameter(String name, SplittableRandom random) {
        double low = random.nextDouble(1e-9, 1);
        double high = low * random.nextDouble(1.5, 1e6);
        return switch (random.nextInt(8)) {
            case 0 -> Parameter.real(name, -low, high);
            case 1 -> Parameter.real(name, low, high).logarithmic();
            case 2 -> Parameter.real(name, low, 1 - 1e-9 * low).reverseLogarithmic();
            case 3 -> Parameter.real(name, 0, 1).withStep(0.1);
            case 4 -> Parameter.integer(name, -random.nextInt(1000), random.nextInt(1, 1000));
            case 5 -> OrdinalParameter.of(name, List.of(16, 32, 64)).withDefault(32);
            case 6 -> CategoricalParameter.of(name, List.of("on", "1", "x y", "ä"));
            default -> Parameter.bool(name);
        };
    }
}
