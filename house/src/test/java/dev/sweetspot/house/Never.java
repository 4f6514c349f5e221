package dev.sweetspot.house;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;

/**
 * One never of the house.
 *
 * @param rule what is never done
 * @param planted groups of classes; each group does it, so that the rule is seen to fail for each
 */
record Never(ArchRule rule, List<List<Class<?>>> planted) {
    /** Each of the classes breaks the rule alone. */
    static Never brokenByEach(ArchRule rule, Class<?>... planted) {
        return new Never(
                rule, Arrays.stream(planted).<List<Class<?>>>map(List::of).toList());
    }

    /** The classes break the rule together. */
    static Never brokenByAll(ArchRule rule, Class<?>... planted) {
        return new Never(rule, List.of(List.of(planted)));
    }

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
