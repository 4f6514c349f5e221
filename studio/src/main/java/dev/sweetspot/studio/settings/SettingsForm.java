package dev.sweetspot.studio.settings;

import dev.sweetspot.deep.space.Hyperparameters;
import dev.sweetspot.deep.space.LoadingParameters;
import dev.sweetspot.deep.space.OptimizerParameters;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All that can be set before a training, for a page. */
public final class SettingsForm {
    private static final String OPTIMIZER =
            OptimizerParameters.OPTIMIZERS.root().name();

    private final SearchSpace space;
    private final SearchSpace suggested;
    private final List<Parameter<?>> apart;
    private final Map<String, SearchSpace> fitted;

    private SettingsForm(SearchSpace space, SearchSpace suggested, List<Parameter<?>> apart) {
        this.space = space;
        this.suggested = suggested;
        this.apart = apart;
        this.fitted = fitted(space);
    }

    /** That of data. */
    public static SettingsForm of(Matter matter) {
        var space = matter.space();
        return new SettingsForm(space, Suggested.ranges(space), apart());
    }

    /** That of the small networks of the playground, where nothing is searched. */
    public static SettingsForm of(ToySpace toys) {
        return new SettingsForm(toys.space(), SearchSpace.empty(), ToySpace.apart());
    }

    /** All parameters of a space without topics, in their order. */
    public static List<Form> fields(SearchSpace space) {
        var form = new SettingsForm(space, SearchSpace.empty(), List.of());
        return space.dimensions().stream().map(form::field).toList();
    }

    /** What is no part of a search: how long, and how images are brought in and divided. */
    static List<Parameter<?>> apart() {
        return List.of(
                Hyperparameters.EPOCHS,
                LoadingParameters.INPUT_SIZE,
                LoadingParameters.VALIDATION_SHARE,
                LoadingParameters.TEST_SHARE,
                LoadingParameters.FOLDS,
                LoadingParameters.REPEATS,
                LoadingParameters.SEED,
                LoadingParameters.metric());
    }

    /** All of it, by topics in their order. */
    public MapForm toForm() {
        var topics = new ArrayList<Form>();
        for (var topic : Topic.values()) {
            var fields = new ArrayList<Form>();
            dimensions().stream()
                    .filter(dimension -> Topic.of(dimension) == topic)
                    .map(this::field)
                    .forEach(fields::add);
            if (fields.isEmpty()) {
                continue;
            }
            var entries = new LinkedHashMap<String, Form>();
            entries.put("title", Form.of(topic.title()));
            entries.put("level", Form.of(topic.level().name().toLowerCase(Locale.ROOT)));
            entries.put("help", Form.of(topic.help()));
            entries.put("fields", Form.of(fields));
            topics.add(Form.of(entries));
        }
        var entries = new LinkedHashMap<String, Form>();
        entries.put("topics", Form.of(topics));
        entries.put("goals", Goals.toForm());
        return Form.of(entries);
    }

    private List<SearchSpace.Dimension> dimensions() {
        var all = new ArrayList<>(space.dimensions());
        apart.forEach(parameter -> all.add(new SearchSpace.Dimension(parameter, List.of())));
        return all;
    }

    /** As a study file writes it, with what a person wants to know beside. */
    private Form field(SearchSpace.Dimension dimension) {
        var parameter = dimension.parameter();
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(parameter.name()));
        entries.put("title", Form.of(title(parameter.name())));
        entries.putAll(SpaceForms.dimensionToForm(dimension).entries());
        var others = standards(parameter);
        if (!others.isEmpty()) {
            entries.put("default_where", Form.of(Map.of(OPTIMIZER, Form.of(others))));
        }
        entries.put("range", Form.of(parameter.rangeInWords()));
        parameter.about().usualChange().ifPresent(change -> entries.put("usual_change", Form.of(change.inWords())));
        if (!dimension.conditions().isEmpty()) {
            entries.put(
                    "counts_where",
                    Form.of(dimension.conditions().stream()
                            .map(Condition::inWords)
                            .collect(Collectors.joining(", and "))));
        }
        // What is not in the space decides how data is read: no search may change it from trial to trial.
        boolean searchable = space.find(parameter.name()).isPresent();
        entries.put("searchable", Form.of(searchable));
        entries.put("playable", Form.of(ToySpace.names().contains(parameter.name())));
        var usual = suggested.find(parameter.name());
        usual.ifPresent(range -> entries.put("searched", Form.of(range.rangeInWords())));
        if (searchable) {
            var open = usual.filter(SettingsForm::isOpen);
            entries.put("usually_searched", Form.of(open.isPresent()));
            entries.put("search", range(open.isPresent() ? open.get() : parameter));
        }
        return Form.of(entries);
    }

    /** The space as it is where one optimiser is chosen, by its name: defaults follow it. */
    private static Map<String, SearchSpace> fitted(SearchSpace space) {
        var spaces = new LinkedHashMap<String, SearchSpace>();
        space.find(OPTIMIZER).ifPresent(root -> Restriction.labels(root)
                .forEach(choice -> spaces.put(
                        choice, OptimizerParameters.fitted(Restriction.fix(space, space, OPTIMIZER, choice)))));
        return spaces;
    }

    /** Its defaults under the optimisers that have another one, by their names. */
    private Map<String, Form> standards(Parameter<?> parameter) {
        var others = new LinkedHashMap<String, Form>();
        if (parameter instanceof RealParameter usual) {
            fitted.forEach((optimizer, there) -> there.find(usual.name())
                    .map(RealParameter.class::cast)
                    .filter(real -> real.defaultValue().doubleValue() != usual.defaultValue())
                    .ifPresent(real -> others.put(optimizer, Form.of(real.defaultValue()))));
        }
        return others;
    }

    /** Whether it can have more than one value. */
    static boolean isOpen(Parameter<?> parameter) {
        if (parameter instanceof RealParameter real) {
            return real.low() < real.high();
        }
        if (parameter instanceof IntegerParameter integer) {
            return integer.low() < integer.high();
        }
        return Restriction.labels(parameter).size() > 1;
    }

    /** Where a search begins to be sensible: its ends and its scale, or its choices. */
    private static Form range(Parameter<?> parameter) {
        var entries = new LinkedHashMap<String, Form>();
        if (parameter instanceof RealParameter real) {
            entries.put("low", Form.of(real.low()));
            entries.put("high", Form.of(real.high()));
            entries.put("scale", Form.of(real.scale().word()));
        } else if (parameter instanceof IntegerParameter integer) {
            entries.put("low", Form.of(integer.low()));
            entries.put("high", Form.of(integer.high()));
            entries.put("scale", Form.of(integer.scale().word()));
        } else {
            entries.put(
                    "choices",
                    Form.of(Restriction.labels(parameter).stream().map(Form::of).toList()));
        }
        return Form.of(entries);
    }

    /** "early_stopping.min_delta" is "min delta" under its topic, and "learning_rate" "learning rate". */
    private static String title(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace('_', ' ');
    }
}
