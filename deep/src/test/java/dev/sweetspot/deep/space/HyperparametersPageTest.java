package dev.sweetspot.deep.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/guide/hyperparameters.md are made from what is installed. To renew them:
 *
 * <pre>
 * ./mvnw -pl deep -am test -Dtest=HyperparametersPageTest -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Drenew.pages=true
 * </pre>
 */
class HyperparametersPageTest {
    private static final Path PAGE = Path.of("..", "docs", "guide", "hyperparameters.md");
    private static final String BEGIN = "<!-- made from what is installed: HyperparametersPageTest renews it -->\n";

    private static SearchSpace network(Shape input) {
        return Families.space(Families.installed(), new ModelFamily.DataSize(input, 1000, 10));
    }

    private static SearchSpace autoencoder(Shape input) {
        var size = new ModelFamily.DataSize(input, 1000, input.size());
        return Families.space(Families.installed(), size, Task.Kind.RECONSTRUCTION);
    }

    private static Map<String, SearchSpace> themes() {
        var none = SearchSpace.empty();
        var themes = new LinkedHashMap<String, SearchSpace>();
        themes.put("The network, for images", network(new Shape.Image(64, 64, 3)));
        themes.put("The network, for series", network(new Shape.Sequence(50, 3)));
        themes.put("The network, for tables", network(new Shape.Row(20)));
        themes.put("How its numbers are changed", ScheduleParameters.addTo(OptimizerParameters.addTo(none)));
        themes.put("What is made small, for classes", LossParameters.addTo(none, Task.Kind.CLASSIFICATION));
        themes.put("What is made small, for numbers", LossParameters.addTo(none, Task.Kind.REGRESSION));
        themes.put("Not learning by heart", RegularizationParameters.addTo(none));
        themes.put("What comes into a step", BatchParameters.addTo(none, Task.Kind.CLASSIFICATION, 10_000));
        themes.put(
                "What is done to images",
                AugmentationParameters.addTo(
                        InputParameters.addTo(none, Task.Kind.CLASSIFICATION), Task.Kind.CLASSIFICATION, 64));
        themes.put("What is done to tables", DataParameters.addTo(none, Task.Kind.CLASSIFICATION));
        themes.put(
                "When it ends",
                StoppingParameters.addTo(none, Task.Kind.CLASSIFICATION).with(Hyperparameters.EPOCHS));
        themes.put(
                "How many networks are averaged",
                EnsembleParameters.addTo(
                        none, Task.Kind.CLASSIFICATION, new ModelFamily.DataSize(new Shape.Row(20), 1000, 10)));
        var again = Task.Kind.RECONSTRUCTION;
        themes.put(
                "Making images again (`--task reconstruction`): the network", autoencoder(new Shape.Image(64, 64, 3)));
        themes.put("Making series again: the network", autoencoder(new Shape.Sequence(50, 3)));
        themes.put("Making tables again: the network", autoencoder(new Shape.Row(20)));
        themes.put("What is made small, for making again", LossParameters.addTo(none, again));
        themes.put(
                "What is done to images that are made again",
                AugmentationParameters.addTo(InputParameters.addTo(none, again), again, 64));
        themes.put("When making again ends", StoppingParameters.addTo(none, again));
        var drawn = new ModelFamily.DataSize(new Shape.Image(32, 32, 3), 1000, 3072);
        themes.put(
                "Drawing images (`--task generation`): two networks that learn from each other",
                GenerationSpace.of(Families.able(drawn.input(), Task.Kind.GENERATION), drawn));
        themes.put(
                "How data is read and split",
                SearchSpace.of(
                        LoadingParameters.VALIDATION_SHARE,
                        LoadingParameters.TEST_SHARE,
                        LoadingParameters.FOLDS,
                        LoadingParameters.REPEATS,
                        LoadingParameters.INPUT_SIZE,
                        ChannelParameters.CHANNELS));
        return themes;
    }

    private static <T> String row(Parameter<T> parameter, SearchSpace.Dimension dimension) {
        var about = parameter.about();
        var range = parameter.rangeInWords() + (about.unit().isEmpty() ? "" : " (" + about.unit() + ")");
        var change = about.usualChange().map(each -> each.inWords()).orElse("");
        var with = dimension.conditions().stream().map(Condition::inWords).collect(Collectors.joining("; "));
        return "| `" + parameter.name() + "` | " + about.help() + " | " + range + " | "
                + parameter.label(parameter.defaultValue()) + " | " + change + " | " + with + " |\n";
    }

    private static String tables() {
        var text = new StringBuilder();
        Set<String> told = new LinkedHashSet<>();
        themes().forEach((title, space) -> {
            var rows = space.dimensions().stream()
                    .map(dimension -> row(dimension.parameter(), dimension))
                    .filter(told::add)
                    .collect(Collectors.joining());
            text.append("\n## ").append(title).append("\n\n");
            text.append("| name | what it does | range | default | usual change | counts only where |\n");
            text.append("|---|---|---|---|---|---|\n").append(rows);
        });
        return text.toString();
    }

    @Test
    void thePageSaysWhatIsInstalled() throws IOException {
        var page = Files.readString(PAGE);
        var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        if (Boolean.getBoolean("renew.pages")) {
            Files.writeString(PAGE, head + tables());
        }
        assertThat(Files.readString(PAGE))
                .as("%s is out of date; the comment of this test says how to renew it", PAGE)
                .isEqualTo(head + tables());
    }
}
