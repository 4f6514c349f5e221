package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
    private final CategoricalParameter<String> optimizer = Parameter.categorical("optimizer", "sgd", "adam");
    private final RealParameter momentum = Parameter.real("momentum", 0, 0.99).reverseLogarithmic();

    @Test
    void aParentMustStandBeforeItsChild() {
        assertThatThrownBy(() -> SearchSpace.empty().with(momentum, Condition.when(optimizer, "sgd")))
                .hasMessageContaining("must name a parameter that stands before it");
    }

    @Test
    void aNameIsTakenOnlyOnce() {
        assertThatThrownBy(() -> SearchSpace.of(optimizer, optimizer)).hasMessageContaining("is there twice");
    }

    @Test
    void aRelationOfNumbersRefusesAChoice() {
        var space = SearchSpace.of(optimizer);
        var relation = new Relation.Linear(Map.of("optimizer", 1.0), Relation.Comparison.AT_MOST, 3);
        assertThatThrownBy(() -> space.with(relation)).hasMessageContaining("optimizer must be a number");
    }

    @Test
    void aConfigurationGivesTypedValues() {
        var configuration = Configuration.empty().with(optimizer, "sgd").with(momentum, 0.9);
        double value = configuration.get(momentum);
        assertThat(value).isEqualTo(0.9);
        assertThat(configuration).hasToString("optimizer=sgd, momentum=0.9");
    }
}
