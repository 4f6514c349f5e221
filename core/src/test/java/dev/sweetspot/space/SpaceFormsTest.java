package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceFormsTest {
    private static SearchSpace parse(String json) {
        var fields = Fields.of(Json.parse(json, "study.json"));
        return SpaceForms.fromForm(fields.require("space"), fields.list("relations"));
    }

    @Test
    void aSpaceComesBackAsItWasWritten() {
        var kind = Parameter.categorical("kind", "a", "b");
        var about = new About("images", "How many at once.", Optional.of(new UsualChange.Factor(2)));
        var space = SearchSpace.of(
                        kind, Parameter.real("x", 1e-5, 1).logarithmic().with(about))
                .with(Parameter.ordinal("batch_size", 16, 32, 64).withDefault(32))
                .with(Parameter.integer("layers", 1, 4).withStep(3).withDefault(4))
                .with(Parameter.real("momentum", 0, 0.99).reverseLogarithmic(), Condition.when(kind, "a"))
                .with(Parameter.bool("flip").withDefault(true))
                .with(new Relation.Linear(Map.of("x", 1.0, "momentum", -1.0), Relation.Comparison.AT_MOST, 0))
                .with(new Relation.Forbidden(Map.of("kind", "b", "layers", "4")));
        var text = Json.write(SpaceForms.toForm(space));
        var again = SpaceForms.fromForm(Json.parse(text, "t"), SpaceForms.relationsToForm(space));
        assertThat(again).isEqualTo(space);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x <= y | x - y <= 0",
                "layers * 2 + 1 <= 8 | 2 * layers <= 7",
                "0.5 * x + y = 1 | 0.5 * x + y = 1",
                "3 >= x | -x >= -3",
                "x + x >= 1e-1 | 2 * x >= 0.1"
            })
    void aLinearRelationIsReadAsPeopleWriteIt(String text, String meaning) {
        var json = """
                {"space": {"x": {"type": "real", "low": 0, "high": 1}, "y": {"type": "real", "low": 0, "high": 1},
                 "layers": {"type": "integer", "low": 1, "high": 4}}, "relations": ["%s"]}""".formatted(text);
        assertThat(parse(json).relations().get(0).inWords()).isEqualTo(meaning);
    }

    @Test
    void aStrictRelationIsRefusedWithTheReason() {
        assertThatThrownBy(
                        () -> parse(
                                "{\"space\": {\"x\": {\"type\": \"real\", \"low\": 0, \"high\": 1}}, \"relations\": [\"x < 1\"]}"))
                .hasMessageContaining("line 1, column")
                .hasMessageContaining("must compare with <=");
    }

    @Test
    void aMisspeltEntryIsAnsweredWithThePlaceAndTheNearestName() {
        assertThatThrownBy(() -> parse("{\"space\": {\"x\": {\"type\": \"real\", \"lo\": 0, \"high\": 1}}}"))
                .hasMessageContaining("study.json, line 1, column")
                .hasMessageContaining("Maybe low?");
    }
}
