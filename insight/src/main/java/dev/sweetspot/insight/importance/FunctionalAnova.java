package dev.sweetspot.insight.importance;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;

/**
 * Functional ANOVA (Hutter, Hoos and Leyton-Brown 2014, ICML): what a forest of trees foretells over the whole space is
 * divided into what each parameter does alone and what two do together beyond that, exactly, by the volumes of the trees'
 * boxes. The measure is that of {@link dev.sweetspot.space.Encoding}: equal on a logarithmic scale where the parameter has
 * one.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><td>f</td><td>what the forest foretells of a configuration</td></tr>
 *   <tr><td>A<sub>u</sub></td><td>the box in which all parameters of u are active, and how often the prior lies in it</td></tr>
 *   <tr><td>f<sub>i</sub>(x<sub>i</sub>)</td><td>E[f | x<sub>i</sub>, A<sub>i</sub>] - E[f | A<sub>i</sub>]</td></tr>
 *   <tr><td>f<sub>ij</sub></td><td>E[f | x<sub>i</sub>, x<sub>j</sub>, A<sub>ij</sub>], less what x<sub>i</sub> and
 *       x<sub>j</sub> do alone in A<sub>ij</sub></td></tr>
 *   <tr><td>V<sub>u</sub></td><td>P(A<sub>u</sub>) Var(f<sub>u</sub> | A<sub>u</sub>); the share is V<sub>u</sub> / V</td></tr>
 * </table>
 *
 * <p>So a parameter that is not active is not a value: what switching it off does belongs to the parameter that switches it,
 * and what it does where it is active counts as often as that is (as the within-regime importance of Baba, Ozaki and Watanabe
 * 2026, arXiv:2601.20800). By the law of total variance the V<sub>u</sub> of all sets of parameters add up to V, as they do
 * without conditions.
 *
 * <p>Relations between parameters are not looked at: averages go over the whole box, forbidden corners included.
 *
 * @param bags how many resamples of the configurations, at least 2: the intervals come from them
 * @param trees the most in a bag, at least 1; each is grown from what those before it left over, until configurations that
 *     are not in the bag are foretold no better
 * @param depth how often a tree divides at most, at least 1: as many parameters as this act together at most
 * @param rate the share of what is left over that a tree takes, above 0 up to 1
 * @param leastLeaf the fewest configurations in a leaf, at least 1
 * @param columnShare of the parameters that each division looks at, above 0 up to 1
 */
public record FunctionalAnova(int bags, int trees, int depth, double rate, int leastLeaf, double columnShare)
        implements ImportanceMethod {
    /** As measured best over functions whose effects are known. */
    public FunctionalAnova() {
        this(32, 150, 4, 0.15, 3, 0.7);
    }

    /** Checks the ranges. */
    public FunctionalAnova {
        if (bags < 2 || trees < 1 || depth < 1 || leastLeaf < 1) {
            throw new IllegalArgumentException("bags = " + bags + ", trees = " + trees + ", depth = " + depth
                    + ", leastLeaf = " + leastLeaf + ": must be at least 2, 1, 1 and 1");
        }
        if (!(rate > 0 && rate <= 1 && columnShare > 0 && columnShare <= 1)) {
            throw new IllegalArgumentException(
                    "rate = " + rate + ", columnShare = " + columnShare + ": must be above 0 up to 1");
        }
    }

    @Override
    public Importances importances(Studied studied, Aspect aspect) {
        return Landscape.of(studied, aspect, this).importances();
    }
}
