package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.util.List;

/** How the numbers of a table are prepared. */
public final class DataParameters {
    /** Of the columns that hold numbers: {@link Scaling}. */
    public static final CategoricalParameter<String> SCALING = parameter(Scaling.words());

    private DataParameters() {}

    private static CategoricalParameter<String> parameter(List<String> words) {
        return CategoricalParameter.of("scaling", words)
                .withDefault(usual().word())
                .with(About.help("How the numbers of a column are brought to one scale, which is learnt on the "
                        + "training part: standard is the usual one, robust and quantile are for columns with extreme "
                        + "values."));
    }

    /** A space with them. Ranks say nothing of how far a number is off, so nothing is made again from them. */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task) {
        var all = Scaling.words();
        return space.with(
                task.blind()
                        ? parameter(all.stream()
                                .filter(word -> !word.equals(Scaling.QUANTILE.word()))
                                .toList())
                        : SCALING);
    }

    public static Scaling usual() {
        return Scaling.STANDARD;
    }

    public static Scaling of(Configuration configuration) {
        return Scaling.named(configuration.get(SCALING));
    }
}
