package dev.sweetspot.studio.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.studio.work.Manner;
import dev.sweetspot.studio.work.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchPlanTest {
    private static final Matter CELLS = new Matter(new Shape.Image(28, 28, 3), 1000, 4);

    private static SearchPlan plan(Map<String, String> settings, Map<String, String> ranges) {
        return SearchPlan.of(CELLS, new Wish.Search(20, List.of(), List.of(), settings, ranges, Manner.AUTOMATIC));
    }

    @Test
    void minutesAreEnoughAndItIsSaidWhatWillHappen() {
        var plan = plan(Map.of(), Map.of());
        assertThat(plan.problems()).isEmpty();
        assertThat(String.join(" ", plan.sentences()))
                .contains("For 20 minutes in all", "best accuracy", "learning rate", "trials that show little promise");
    }

    @Test
    void whatIsFixedIsNotSearchedAndWhatIsNamedIs() {
        var usual = String.join(" ", plan(Map.of(), Map.of()).sentences());
        var own = String.join(
                " ",
                plan(Map.of("learning_rate", "0.01"), Map.of("schedule", "cosine,constant"))
                        .sentences());
        assertThat(usual).doesNotContain("schedule");
        assertThat(own).contains("In ranges of your own: schedule cosine or constant", "Fixed: learning rate 0.01");
    }

    @Test
    void severalObjectivesAreAFrontAndLimitsAreKept() {
        var plan = SearchPlan.of(
                CELLS,
                new Wish.Search(
                        5,
                        List.of("accuracy", "size"),
                        List.of("memory<=300MB"),
                        Map.of(),
                        Map.of(),
                        new Manner(Optional.empty(), Optional.empty(), Optional.of(1), Optional.of(30.0))));
        assertThat(String.join(" ", plan.sentences()))
                .contains(
                        "front",
                        "more accuracy, less size",
                        "memory<=300MB is known before",
                        "one trial runs at a time");
    }

    @Test
    void everythingThatCannotBeIsSaidAtOnceAndInWords() {
        var plan = plan(
                Map.of("batch_size", "0", "epochs", "-3"),
                Map.of("learning_rate", "0.1..0.001", "dropout", "0..7", "optimizer", "adam", "momentm", "0..1"));

        assertThat(plan.sentences()).isEmpty();
        assertThat(plan.problems())
                .containsEntry(
                        "learning_rate",
                        "learning_rate = 0.1..0.001: must be a range, low..high, and its low end is above its high end. Maybe 0.001..0.1?")
                .containsEntry(
                        "optimizer", "optimizer = adam: leaves only one value to search. Maybe fix it at that one?")
                .containsEntry("momentm", "parameter = momentm: is not known. Maybe momentum?")
                .containsOnlyKeys("learning_rate", "optimizer", "momentm", "dropout", "batch_size", "epochs");
        assertThatThrownBy(plan::requirePossible).hasMessageContaining("must be");
    }

    @Test
    void aRangeOfWhatDoesNotCountIsRefused() {
        var plan = plan(Map.of("optimizer", "adam"), Map.of("momentum", "0.5..0.9"));
        assertThat(plan.problems().get("momentum")).contains("counts only with optimizer");
    }
}
