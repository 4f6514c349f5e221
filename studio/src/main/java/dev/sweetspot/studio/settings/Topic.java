package dev.sweetspot.studio.settings;

import dev.sweetspot.space.Condition;
import dev.sweetspot.space.SearchSpace;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a parameter is about. A parameter that nobody has put anywhere is found by what it counts with, or is about the network. */
public enum Topic {
    BASICS("The basics", Level.SIMPLE, "What matters most. Begin here, and change one thing at a time."),
    NETWORK("The network", Level.MORE, "How large it is and what it is made of. Few examples want a simple one."),
    OPTIMIZER("How it learns", Level.MORE, "The rule by which the network's numbers are changed."),
    REGULARIZATION(
            "Against learning by heart", Level.MORE, "For networks that know their training examples and little else."),
    AUGMENTATION("Changed images", Level.MORE, "More images from those there are: turned, shifted, darkened."),
    EXAMPLES("Examples and loss", Level.EXPERT, "Which examples are looked at together, and what counts as wrong."),
    SCHEDULE("Learning rate over time", Level.EXPERT, "How the steps become smaller as the training goes on."),
    STOPPING("When to stop", Level.EXPERT, "Ends a training that does not get better any more."),
    DATA("Data and chance", Level.EXPERT, "How examples are brought in, divided and drawn.");

    /** How much a person should know of training before changing it. */
    public enum Level {
        /** Nothing. */
        SIMPLE,
        /** Some. */
        MORE,
        /** A lot. */
        EXPERT
    }

    private static final Set<String> OF_BASICS =
            Set.of("family", "epochs", "learning_rate", "batch_size", "input_size");
    private static final Set<String> OF_REGULARIZATION = Set.of(
            "dropout",
            "noise",
            "weight_decay",
            "l1",
            "l2",
            "gradient_clip",
            "ema",
            "weight_noise",
            "label_smoothing",
            "stochastic_depth");
    private static final Set<String> OF_EXAMPLES = Set.of("sampling", "class_weights", "loss");
    private static final Set<String> OF_DATA = Set.of(
            "rescale", "scaling", "channels", "validation_share", "test_share", "folds", "repeats", "seed", "metric");

    private final String title;
    private final Level level;
    private final String help;

    Topic(String title, Level level, String help) {
        this.title = title;
        this.level = level;
        this.help = help;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Who should look into it. */
    public Level level() {
        return level;
    }

    /** What it is about, in a sentence or two. */
    public String help() {
        return help;
    }

    /** All parameters that have their topic by name. */
    static Set<String> named() {
        var all = new TreeSet<String>();
        Stream.of(OF_BASICS, OF_REGULARIZATION, OF_EXAMPLES, OF_DATA).forEach(all::addAll);
        return all;
    }

    /** The topic of a parameter. */
    static Topic of(SearchSpace.Dimension dimension) {
        var name = dimension.parameter().name();
        if (OF_BASICS.contains(name)) {
            return BASICS;
        }
        if (OF_REGULARIZATION.contains(name)) {
            return REGULARIZATION;
        }
        if (OF_EXAMPLES.contains(name) || countsWith(dimension, "loss")) {
            return EXAMPLES;
        }
        if (name.startsWith("augmentation.")) {
            return AUGMENTATION;
        }
        if (name.equals("schedule") || name.startsWith("schedule.") || name.equals("warmup")) {
            return SCHEDULE;
        }
        if (name.startsWith("early_stopping")) {
            return STOPPING;
        }
        if (name.equals("optimizer") || countsWith(dimension, "optimizer")) {
            return OPTIMIZER;
        }
        return OF_DATA.contains(name) ? DATA : NETWORK;
    }

    private static boolean countsWith(SearchSpace.Dimension dimension, String parent) {
        return dimension.conditions().stream().map(Condition::parent).anyMatch(parent::equals);
    }
}
