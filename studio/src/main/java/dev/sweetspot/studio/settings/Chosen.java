package dev.sweetspot.studio.settings;

import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.space.OptimizerParameters;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What settings come to: the configuration with them and the defaults that go with them. */
public final class Chosen {
    private Chosen() {}

    /**
     * The configuration.
     *
     * @param settings by name, in words, as the command line takes them
     * @param apart what may be among the settings, and is no part of the space
     * @throws InvalidInputException when one cannot be, with the rule
     */
    public static Configuration of(SearchSpace whole, Map<String, String> settings, List<Parameter<?>> apart) {
        var space = whole;
        for (var setting : settings.entrySet()) {
            var name = setting.getKey();
            if (whole.find(name).isPresent()) {
                space = Restriction.fix(space, whole, name, setting.getValue());
            } else if (apart.stream().noneMatch(each -> each.name().equals(name))) {
                throw new InvalidInputException(
                        "parameter", name, "is not known", DidYouMean.maybe(name, names(whole, apart), ""));
            }
        }
        space = LossParameters.fitted(OptimizerParameters.fitted(space), whole);
        return Encoding.of(space).defaults().orElseThrow();
    }

    private static List<String> names(SearchSpace whole, List<Parameter<?>> apart) {
        var names = new ArrayList<String>();
        whole.parameters().forEach(each -> names.add(each.name()));
        apart.forEach(each -> names.add(each.name()));
        return names;
    }
}
