package dev.sweetspot.classic.prepare;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.classic.family.Intake;
import dev.sweetspot.data.Column;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What can be chosen of the preparation of a table. Families that add up and measure, and families that cut columns, have
 * parameters of their own: what is best for the ones says nothing of the others. A table without categories, or without
 * missing numbers, has nothing to choose there.
 */
public final class PreparationParameters {
    /** As networks have it. */
    public static final CategoricalParameter<String> SCALING = CategoricalParameter.of("scaling", Scaling.words())
            .withDefault(Scaling.STANDARD.word())
            .with(About.help("How the numbers of a column are brought to one scale, which is learnt on the "
                    + "training part: standard is the usual one, robust and quantile are for columns with extreme "
                    + "values."));

    /** For families that add up and measure. */
    public static final CategoricalParameter<String> CATEGORIES = Parameter.categorical(
                    "categories", "one-hot", "frequency", "target")
            .with(
                    About.help(
                            "How categories become numbers: one-hot gives each a column of 0 and 1; frequency tells how "
                                    + "many rows are of it; target tells the mean of what is to be predicted, of other rows than one's own."));

    /** For families that cut columns. */
    public static final CategoricalParameter<String> TREE_CATEGORIES = Parameter.categorical(
                    "tree_categories", "ordinal", "one-hot", "frequency", "target")
            .with(About.help("How categories become numbers that trees cut: ordinal counts them in the order of the "
                    + "alphabet; one-hot gives each a column of 0 and 1; frequency tells how many rows are of it; target tells "
                    + "the mean of what is to be predicted, of other rows than one's own."));

    /** See {@link Preparing#smoothing}. */
    public static final RealParameter SMOOTHING = smoothing("categories.smoothing");

    /** See {@link Preparing#smoothing}. */
    public static final RealParameter TREE_SMOOTHING = smoothing("tree_categories.smoothing");

    /** For families for which no number may be missing. */
    public static final CategoricalParameter<String> IMPUTATION = Parameter.categorical(
                    "imputation", "median", "mean", "most-frequent", "zero")
            .with(About.help(
                    "What stands in the place of a missing number; another column says that it was missing. It is "
                            + "learnt on the training part."));

    /** For families that know what to do with holes. */
    public static final CategoricalParameter<String> TREE_IMPUTATION = Parameter.categorical(
                    "tree_imputation", "none", "median", "mean", "most-frequent", "zero")
            .with(About.help(
                    "What stands in the place of a missing number: none leaves it missing, and trees learn where "
                            + "such rows belong; with the others another column says that it was missing."));

    private PreparationParameters() {}

    private static RealParameter smoothing(String name) {
        return Parameter.real(name, 0.1, 1000)
                .logarithmic()
                .withDefault(10)
                .with(new About(
                        "rows",
                        "The mean of a category is mixed with so many rows of the mean of all, so that categories of few rows "
                                + "say little.",
                        Optional.of(new UsualChange.Factor(3))));
    }

    /**
     * A space with those that matter.
     *
     * @param space with the families at its root
     * @param set of which columns are prepared
     */
    public static SearchSpace addTo(SearchSpace space, List<ClassicFamily> families, TableSet set) {
        var root = ClassicFamilies.root(families);
        var scaled = names(families, family -> family.intake() == Intake.SCALED);
        var cutting = names(families, family -> family.intake() != Intake.SCALED);
        boolean numbers = set.columns().stream().anyMatch(Column.Numbers.class::isInstance);
        boolean holes =
                set.columns().stream().anyMatch(column -> column instanceof Column.Numbers && column.missing() > 0);
        boolean categories = set.columns().stream().anyMatch(Column.Categories.class::isInstance);
        var result = space;
        if (scaled.length > 0) {
            var when = Condition.when(root, scaled);
            result = numbers ? result.with(SCALING, when) : result;
            result = holes ? result.with(IMPUTATION, when) : result;
            result = categories ? withCategories(result, CATEGORIES, SMOOTHING, when) : result;
        }
        if (cutting.length > 0) {
            var when = Condition.when(root, cutting);
            result = holes ? withHoles(result, families, root) : result;
            result = categories ? withCategories(result, TREE_CATEGORIES, TREE_SMOOTHING, when) : result;
        }
        return result;
    }

    private static SearchSpace withCategories(
            SearchSpace space, CategoricalParameter<String> coding, RealParameter smoothing, Condition when) {
        return space.with(coding, when).with(smoothing, Condition.when(coding, CategoryCoding.TARGET.word()));
    }

    /** What cuts columns and knows nothing of holes gets the median. */
    private static SearchSpace withHoles(
            SearchSpace space, List<ClassicFamily> families, CategoricalParameter<String> root) {
        var knowing = names(families, family -> family.intake() == Intake.ORDERED_WITH_HOLES);
        return knowing.length == 0 ? space : space.with(TREE_IMPUTATION, Condition.when(root, knowing));
    }

    private static String[] names(List<ClassicFamily> families, Predicate<ClassicFamily> which) {
        return families.stream().filter(which).map(ClassicFamily::name).toArray(String[]::new);
    }

    /** How a configuration prepares columns; what it does not say is the default. */
    public static Preparing of(Configuration configuration, Intake intake) {
        boolean scaled = intake == Intake.SCALED;
        var imputation =
                switch (intake) {
                    case SCALED -> configuration.find(IMPUTATION).orElse(IMPUTATION.defaultValue());
                    case ORDERED -> Imputation.MEDIAN.word();
                    case ORDERED_WITH_HOLES ->
                        configuration.find(TREE_IMPUTATION).orElse(TREE_IMPUTATION.defaultValue());
                };
        var coding = scaled ? CATEGORIES : TREE_CATEGORIES;
        var smoothing = scaled ? SMOOTHING : TREE_SMOOTHING;
        return new Preparing(
                scaled ? Scaling.named(configuration.find(SCALING).orElse(SCALING.defaultValue())) : Scaling.NONE,
                Imputation.named(imputation),
                CategoryCoding.named(configuration.find(coding).orElse(coding.defaultValue())),
                configuration.find(smoothing).orElse(smoothing.defaultValue()));
    }
}
