package dev.sweetspot.studio.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFormTest {
    private static final Matter CELLS = new Matter(new Shape.Image(28, 28, 3), 1000, 4);

    private static List<Fields> topics() {
        return Fields.of(SettingsForm.of(CELLS).toForm()).list("topics").items().stream()
                .map(Fields::of)
                .toList();
    }

    private static List<Fields> fields() {
        var all = new ArrayList<Fields>();
        topics().forEach(topic ->
                topic.list("fields").items().stream().map(Fields::of).forEach(all::add));
        return all;
    }

    private static Fields field(String name) {
        return fields().stream()
                .filter(field -> field.text("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyParameterStandsInOneTopicWithItsHelpAndItsDefault() {
        var names = fields().stream().map(field -> field.text("name")).toList();
        var wanted = new ArrayList<String>();
        CELLS.space().parameters().stream().map(Parameter::name).forEach(wanted::add);
        SettingsForm.apart().stream().map(Parameter::name).forEach(wanted::add);

        assertThat(names).containsExactlyInAnyOrderElementsOf(wanted).doesNotHaveDuplicates();
        assertThat(fields()).allSatisfy(field -> {
            assertThat(field.text("help")).as(field.text("name")).isNotBlank();
            assertThat(field.find("default")).as(field.text("name")).isPresent();
        });
    }

    @Test
    void theSimplestTopicComesFirstAndIsShort() {
        assertThat(topics().get(0).text("level")).isEqualTo("simple");
        assertThat(topics().get(0).list("fields").items())
                .extracting(field -> Fields.of(field).text("name"))
                .containsExactlyInAnyOrder("family", "learning_rate", "batch_size", "epochs", "input_size");
        assertThat(topics()).allSatisfy(topic -> assertThat(topic.list("fields").items())
                .as(topic.text("title"))
                .isNotEmpty());
    }

    @Test
    void aFieldSaysItsUsualChangeWhatASearchTriesAndWithWhatItCounts() {
        assertThat(field("learning_rate").number("usual_factor")).isEqualTo(3);
        assertThat(field("learning_rate").text("searched")).isEqualTo("0.0005 to 0.03, log scale");
        assertThat(field("momentum").text("counts_where")).contains("optimizer");
        assertThat(field("epochs").findTruth("searchable")).contains(false);
        assertThat(field("dropout").findTruth("searchable")).contains(true);
    }

    @Test
    void aFieldSaysWhetherItIsUsuallySearchedAndWhereToBegin() {
        assertThat(field("learning_rate").findTruth("usually_searched")).contains(true);
        assertThat(field("learning_rate").map("search").number("high")).isEqualTo(0.03);
        assertThat(field("learning_rate").map("search").text("scale")).isEqualTo("log");
        assertThat(field("schedule").findTruth("usually_searched")).contains(false);
        assertThat(field("schedule").map("search").list("choices").items()).hasSizeGreaterThan(3);
        assertThat(field("epochs").find("search")).isEmpty();
    }

    @Test
    void theDefaultThatIsToldIsTheOneThatCounts() {
        var others = field("learning_rate").map("default_where").map("optimizer");
        for (var optimizer : field("optimizer").list("choices").items()) {
            var name = ((Form.TextForm) optimizer).value();
            assertThat(others.findNumber(name).orElse(field("learning_rate").number("default")))
                    .as(name)
                    .isEqualTo(Cost.of(CELLS, Map.of("optimizer", name))
                            .configuration()
                            .values()
                            .get("learning_rate"));
        }
        assertThat(others.number("sgd")).isEqualTo(0.03);
        assertThat(field("dropout").find("default_where")).isEmpty();
    }

    @Test
    void theCostFollowsTheSettings() {
        var small = Cost.of(CELLS, Map.of("family", "cnn", "filters", "16"));
        var large = Cost.of(CELLS, Map.of("family", "cnn", "filters", "64"));
        var many = Cost.of(CELLS, Map.of("family", "cnn", "filters", "16", "batch_size", "512"));

        assertThat(large.weights()).isGreaterThan(3 * small.weights());
        assertThat(large.productsAnEpoch()).isGreaterThan(3 * small.productsAnEpoch());
        assertThat(many.memoryBytes()).isGreaterThan(2 * small.memoryBytes());
        assertThat(many.productsAnEpoch()).isEqualTo(small.productsAnEpoch());
        assertThat(Cost.of(CELLS, Map.of("input_size", "56", "family", "cnn", "filters", "16"))
                        .productsAnEpoch())
                .isGreaterThan(3 * small.productsAnEpoch());
    }

    @Test
    void whatCannotBeSetIsRefusedInWords() {
        assertThatThrownBy(() -> Cost.of(CELLS, Map.of("learning_rate", "-1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("learning_rate = -1: must be from 1e-5 to 1");
        assertThatThrownBy(() -> Cost.of(CELLS, Map.of("learningrate", "1")))
                .hasMessageContaining("parameter = learningrate: is not known");
    }

    @Test
    void noTopicNamesAParameterThatIsGone() {
        var known = new ArrayList<String>();
        CELLS.space().parameters().stream().map(Parameter::name).forEach(known::add);
        SettingsForm.apart().stream().map(Parameter::name).forEach(known::add);
        // Of images only where a person wants other colours, and of tables.
        known.addAll(List.of("channels", "scaling"));

        assertThat(known).containsAll(Topic.named());
    }
}
