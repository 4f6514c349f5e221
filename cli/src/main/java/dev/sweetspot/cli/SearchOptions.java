package dev.sweetspot.cli;

import dev.sweetspot.choice.RepeatPolicies;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.learning.SplitGeneration;
import dev.sweetspot.deep.space.ChannelParameters;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.space.InputParameters;
import dev.sweetspot.deep.space.LoadingParameters;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.PreferenceForms;
import dev.sweetspot.trial.TrialForms;
import dev.sweetspot.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is searched, for what, and by whom. */
final class SearchOptions {
    private static final String AUTO = "auto";

    @Option(
            names = "--search",
            split = "\n",
            paramLabel = "n=range",
            description =
                    "Search another range: 'learning_rate=1e-4..1e-2' or 'batch_size=32,64' (repeatable). Behind a range "
                            + "the word of a scale may stand: 'dropout=0.1..0.5 log'.")
    private List<String> searched = new ArrayList<>();

    @Option(
            names = "--space",
            paramLabel = "FILE",
            description = "A YAML or JSON file with the parameters to search and their ranges, as under 'space:' of a "
                    + "study file, with 'relations:' if need be; others stay at their defaults.")
    private Optional<Path> space = Optional.empty();

    @Option(
            names = "--objective",
            split = "\n",
            paramLabel = "NAME",
            description =
                    "What to make better on the validation part: a metric (default: accuracy, or "
                            + "balanced_accuracy where one has over four times the items of another; see: sweetspot list metrics), and beside it "
                            + "parameters, size, memory or prediction_seconds. Given several times, the front of them all is sought.")
    private List<String> objectives = new ArrayList<>();

    @Option(
            names = "--weights",
            split = "[,\\n]",
            splitSynopsisLabel = ",",
            paramLabel = "W",
            description =
                    "What each --objective counts, in their order: 2,1. Each is measured in the width of the front. "
                            + "The search then seeks one best configuration in the place of a front.")
    private List<String> weights = new ArrayList<>();

    @Option(
            names = "--prefer",
            paramLabel = "PREFERENCE",
            description =
                    "What is preferred among several objectives, as a study file says it: 'within: [\"accuracy >= "
                            + "0.9\"]', 'order: [{objective: accuracy, tolerance: 0.01}, parameters]'. See "
                            + "docs/guide/several-objectives.md.")
    private Optional<String> preferred = Optional.empty();

    @Option(
            names = "--limit",
            split = "\n",
            paramLabel = "RULE",
            description =
                    "A limit to keep: 'parameters<=100k', 'memory<=2GB' while training, 'size<=5MB' of the model, "
                            + "or a metric: 'accuracy>=0.9' (repeatable).")
    private List<String> limits = new ArrayList<>();

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            description = "Who proposes configurations (default: auto, which chooses for each trial and says why).",
            defaultValue = AUTO)
    private String sampler = AUTO;

    @Option(
            names = "--scheduler",
            paramLabel = "NAME",
            description =
                    "Who decides what runs and for how long (default: auto, which chooses by the budget; none lets all "
                            + "run to their end).",
            defaultValue = AUTO)
    private String scheduler = AUTO;

    @Option(
            names = "--repeats",
            paramLabel = "NAME|N",
            description =
                    "What is run again with another seed in the last part of the budget, because results are partly luck: "
                            + "auto (the default: what could change the choice, as far as the time allows), none, best, or how "
                            + "many runs each of the best five is to have.",
            defaultValue = AUTO)
    private String repeats = AUTO;

    /** Refuses names that are not there, before anything is read. */
    void check() {
        if (!weights.isEmpty() && preferred.isPresent()) {
            throw new InvalidInputException(
                    "--weights", String.join(",", weights), "must not stand beside --prefer", "one of them?");
        }
        if (objectives.size() < 2 && !weights.isEmpty()) {
            throw new InvalidInputException(
                    "--weights",
                    String.join(",", weights),
                    "weighs several objectives",
                    "--objective accuracy --objective parameters?");
        }
        if (!objectives.isEmpty()) {
            preference(NetworkLearning.objectives(objectives));
        }
        constraints();
        search();
    }

    StudySpec.Search search() {
        var word = repeats.strip();
        Form written = word.matches("\\d+")
                ? new Form.NumberForm(word, new Position("--repeats", 0, 0))
                : new Form.TextForm(word, new Position("--repeats", 0, 0));
        return new StudySpec.Search(
                Samplers.named(sampler), Schedulers.named(scheduler), RepeatPolicies.fromForm(written));
    }

    /**
     * The objectives that were asked for; empty for the usual one.
     *
     * @param metric that was set, which is the same as one objective
     */
    List<String> objectives(Optional<String> metric) {
        metric.filter(name -> !objectives.isEmpty() && !objectives.equals(List.of(name)))
                .ifPresent(name -> {
                    throw new InvalidInputException(
                            "metric",
                            name,
                            "is not what --objective says: " + String.join(", ", objectives),
                            "only one of them?");
                });
        return metric.map(List::of).orElse(List.copyOf(objectives));
    }

    /** What was preferred among these objectives. */
    Preference preference(List<Objective> sought) {
        if (!weights.isEmpty()) {
            var numbers = weights.stream().map(SearchOptions::weight).toList();
            return PreferenceForms.fromForm(Form.of(Map.of("weights", Form.of(numbers))), sought);
        }
        return preferred
                .map(text -> PreferenceForms.fromForm(Yaml.read(text, "--prefer"), sought))
                .orElse(Preference.front());
    }

    private static Form weight(String text) {
        try {
            return Form.of(Double.parseDouble(text.trim()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException("--weights", text, "must be numbers", "2,1?");
        }
    }

    List<Constraint> constraints() {
        var known = new ArrayList<>(NetworkLearning.PREDICTED);
        Metrics.installed().forEach(metric -> known.add(metric.name()));
        var constraints = new ArrayList<Constraint>();
        for (var limit : limits) {
            var constraint = TrialForms.constraintFromForm(new Form.TextForm(limit, new Position("--limit", 0, 0)));
            if (!known.contains(constraint.name())) {
                throw new InvalidInputException(
                        "--limit", constraint.name(), "is not measured", DidYouMean.maybe(constraint.name(), known));
            }
            constraints.add(constraint);
        }
        return constraints;
    }

    /**
     * What is searched of all that can be set.
     *
     * @param whole all that can be set
     * @param fixed the same with what was set: a file says what is searched of that
     * @param hints what the data say, where nobody has said anything
     */
    SearchSpace narrow(SearchSpace whole, SearchSpace fixed, List<Hint> hints) {
        return narrow(whole, fixed, hints, Set.of());
    }

    /** @param chosen parameters of which something was said already */
    SearchSpace narrow(SearchSpace whole, SearchSpace fixed, List<Hint> hints, Set<String> chosen) {
        var asked = asked(whole, fixed);
        var named = new HashSet<>(chosen);
        ranges().forEach(setting -> named.add(setting.name()));
        return active(space.isPresent() ? asked : Suggested.ranges(asked, whole, hints, named), whole);
    }

    /** The same where all of it is searched when nobody says anything. */
    SearchSpace narrow(SearchSpace whole, SearchSpace fixed) {
        return active(asked(whole, fixed), whole);
    }

    private SearchSpace asked(SearchSpace whole, SearchSpace fixed) {
        var result = space.map(file -> fromFile(file, whole, fixed)).orElse(fixed);
        for (var setting : ranges()) {
            Refusals.require(whole, setting.name(), setting.value());
            result = Restriction.search(result, whole, setting.name(), setting.value());
        }
        return result;
    }

    private SearchSpace active(SearchSpace narrowed, SearchSpace whole) {
        for (var setting : ranges()) {
            if (narrowed.find(setting.name()).isEmpty()) {
                throw Refusals.inactive(whole, setting.name(), setting.value());
            }
        }
        return narrowed;
    }

    /**
     * What is searched where trials are much shorter than the last training; a file says it whatever they are.
     *
     * @param narrowed as {@link #narrow} gave it
     * @param named of which else a person said something
     */
    SearchSpace ofShortTrials(SearchSpace narrowed, Set<String> named) {
        var asked = new HashSet<>(named);
        ranges().forEach(setting -> asked.add(setting.name()));
        return space.isPresent() ? narrowed : Suggested.ofShortTrials(narrowed, asked);
    }

    /** What is to be searched, but for the size of images, which is no part of a space. */
    private List<Setting> ranges() {
        var settings = searched.stream().map(Setting::parseRange).toList();
        settings.forEach(Apart::requireSearchable);
        return settings.stream()
                .filter(setting -> !setting.name().equals(InputSize.NAME))
                .toList();
    }

    /** The sizes of images to search among, in the place of one; nothing where they are not searched. */
    List<InputSize.Asked> inputSizes() {
        return searched.stream()
                .map(Setting::parseRange)
                .filter(setting -> setting.name().equals(InputSize.NAME))
                .reduce((earlier, later) -> later)
                .map(setting -> inputSizes(setting.value()))
                .orElse(List.of());
    }

    /**
     * Refuses sizes of images to search among where trials of different sizes could not be compared.
     *
     * @param data what is learnt from
     */
    void requireOneSize(SplitData data) {
        if (data instanceof SplitGeneration && !inputSizes().isEmpty()) {
            throw new InvalidInputException(
                    InputSize.NAME,
                    inputSizes(),
                    "cannot be searched where images are drawn: large ones cannot be compared with small ones",
                    "--set " + InputSize.NAME + "=32?");
        }
    }

    /** All that can be set, with the size of images where it is searched. */
    SearchSpace withInputSizes(SearchSpace whole) {
        var sizes = inputSizes();
        var sized = sizes.isEmpty() ? whole : whole.with(LoadingParameters.inputSizes(sizes));
        boolean images = whole.find(InputParameters.RESCALE.name()).isPresent();
        boolean recoloured = searched.stream().map(Setting::parseRange).anyMatch(setting -> setting.name()
                .equals(ChannelParameters.CHANNELS.name()));
        return images && recoloured ? sized.with(ChannelParameters.CHANNELS) : sized;
    }

    /** Those of a list; of a range its ends and what is twice as large again and again between them. */
    private static List<InputSize.Asked> inputSizes(String range) {
        int dots = range.indexOf("..");
        if (dots < 0) {
            return Arrays.stream(range.split(",", -1)).map(InputSize::parse).toList();
        }
        var size = InputSize.parse(range.substring(0, dots));
        var high = InputSize.parse(range.substring(dots + 2));
        var sizes = new ArrayList<InputSize.Asked>();
        while (size.height() < high.height() && size.width() < high.width()) {
            sizes.add(size);
            size = new InputSize.Asked(
                    Math.min(high.height(), 2 * size.height()), Math.min(high.width(), 2 * size.width()));
        }
        sizes.add(high);
        return sizes;
    }

    private static SearchSpace fromFile(Path file, SearchSpace whole, SearchSpace fixed) {
        var form = Yaml.read(file);
        var fields = Fields.of(form);
        var asked = SpaceForms.fromForm(fields.find("space").orElse(form), fields.list("relations"));
        for (var parameter : asked.parameters()) {
            Refusals.require(whole, parameter);
            if (fixed.find(parameter.name()).isEmpty()) {
                throw Refusals.inactive(whole, parameter.name(), parameter.rangeInWords());
            }
        }
        var result = Restriction.only(fixed, asked);
        for (var parameter : asked.parameters()) {
            if (result.find(parameter.name()).isEmpty()) {
                throw Refusals.inactive(whole, parameter.name(), parameter.rangeInWords());
            }
        }
        return result;
    }
}
