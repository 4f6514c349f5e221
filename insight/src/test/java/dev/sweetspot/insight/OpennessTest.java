package dev.sweetspot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.importance.Importance;
import dev.sweetspot.insight.importance.Importances;
import dev.sweetspot.insight.plot.Plots;
import dev.sweetspot.space.Parameter;
import org.junit.jupiter.api.Test;

/** Of forty settings of a network a search changes ten; the others have one value. */
class OpennessTest {
    private static Studied withFixedParameter() {
        var studied = SampleStudies.network(120, 4);
        var space = studied.space().with(Parameter.categorical("loss", "cross_entropy"));
        return new Studied(studied.spec(), space, studied.history());
    }

    @Test
    void aParameterOfOneValueIsNotOpen() {
        assertThat(Openness.isOpen(Parameter.categorical("loss", "cross_entropy")))
                .isFalse();
        assertThat(Openness.isOpen(Parameter.integer("layers", 3, 3))).isFalse();
        assertThat(Openness.isOpen(Parameter.bool("augment"))).isTrue();
    }

    @Test
    void nothingIsSaidOfAParameterThatWasNotSearched() {
        var studied = withFixedParameter();
        var aspect = Aspect.of(studied).get(0);

        assertThat(Importances.of(studied, aspect).mains())
                .extracting(Importance::name)
                .contains("learning_rate")
                .doesNotContain("loss");
        assertThat(Importances.nearTheGood(studied, aspect).mains())
                .extracting(Importance::name)
                .doesNotContain("loss");
        for (var plot : Plots.installed()) {
            assertThat(plot.draw(studied).toString()).as(plot.name()).doesNotContain("name=loss");
        }
    }
}
