package dev.sweetspot.benchmarks.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Selection selection = new Selection(Optional.empty());

    private List<String> names(String... words) {
        return selection.of(List.of(words), challenge -> true).stream()
                .map(Challenge::name)
                .toList();
    }

    @Test
    void wordsMeanNamesKindsAndSetsAndEachChallengeStandsOnce() {
        assertThat(names("branin", "so"))
                .startsWith("branin")
                .doesNotHaveDuplicates()
                .contains("condtree")
                .doesNotContain("mo-zdt1", "branin-limited");
        assertThat(names("mo")).allMatch(name -> name.startsWith("mo-")).hasSize(4);
        assertThat(names("limited")).containsExactly("branin-limited");
        assertThat(names("all")).hasSameElementsAs(names("synthetic"));
    }

    @Test
    void whatIsUnknownOrCannotBeMeasuredIsRefused() {
        assertThatThrownBy(() -> names("banana"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--problems = banana: is not known. Maybe one of [branin");
        assertThatThrownBy(() -> selection.of(List.of("branin"), Challenge::parts))
                .hasMessageContaining("cannot be measured in this manner");
    }
}
