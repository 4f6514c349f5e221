package dev.sweetspot.deep.space;

import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;

/** How the numbers of a table are prepared. */
public final class DataParameters {
    /** Of the columns that hold numbers: {@link Scaling}. */
    public static final CategoricalParameter<String> SCALING = CategoricalParameter.of("scaling", Scaling.words())
            .withDefault(usual().word())
            .with(About.help("How the numbers of a column are brought to one scale, which is learnt on the "
                    + "training part: standard is the usual one, robust and quantile are for columns with extreme "
                    + "values."));

    private DataParameters() {}

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space) {
        return space.with(SCALING);
    }

    public static Scaling usual() {
        return Scaling.STANDARD;
    }

    public static Scaling of(Configuration configuration) {
        return Scaling.named(configuration.get(SCALING));
    }
}
