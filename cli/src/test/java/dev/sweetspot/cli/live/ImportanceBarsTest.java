package dev.sweetspot.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.importance.Importance;
import dev.sweetspot.insight.importance.Importances;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ImportanceBarsTest {
    private static final Screen PLAIN = new Screen(60, false, false);

    private static Importances found(double foretold, List<Importance> mains) {
        return new Importances(
                new Aspect.OfObjective(Objective.maximize("accuracy")),
                "by a test",
                50,
                OptionalDouble.of(foretold),
                mains,
                List.of(),
                List.of());
    }

    private static Importance main(String name, double share, double low, double high) {
        return new Importance(List.of(name), share, low, high);
    }

    @Test
    void aBarIsAsLongAsItsShareAndItsIntervalStandsBeside() {
        var lines = ImportanceBars.lines(
                found(0.9, List.of(main("learning_rate", 0.61, 0.48, 0.7), main("units", 0.25, 0.1, 0.4))), PLAIN);

        assertThat(lines)
                .containsExactly(
                        "What mattered for accuracy:",
                        "  learning_rate [#############        ]  61 % (48-70 %)",
                        "  units         [#####                ]  25 % (10-40 %)");
    }

    @Test
    void whatDidNotMatterAndWhatIsTooMuchIsLeftOut() {
        var mains = new ArrayList<Importance>();
        for (int i = 0; i < 9; i++) {
            mains.add(main("a parameter with a very long name indeed " + i, 0.1, 0, 0.2));
        }
        mains.add(main("nothing", 0.004, 0, 0.1));

        var lines = ImportanceBars.lines(found(0.5, mains), new Screen(40, true, false));

        assertThat(lines).hasSize(7).noneMatch(line -> line.contains("nothing"));
        assertThat(lines).allMatch(line -> line.length() <= 60);
    }

    @Test
    void whereNothingWasLearntNothingIsSaid() {
        assertThat(ImportanceBars.lines(found(0.04, List.of(main("x", 0.9, 0.1, 1))), PLAIN))
                .isEmpty();
        assertThat(ImportanceBars.lines(found(0.5, List.of()), PLAIN)).isEmpty();
    }
}
