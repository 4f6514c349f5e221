package dev.sweetspot.deep.learning;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Imbalance;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.space.TrainingSpace;
import dev.sweetspot.deep.space.TransferParameters;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.Processor;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Session;
import dev.sweetspot.deep.training.Snapshot;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data in memory, in its parts, and all that is particular to its kind when networks learn from it. One class for each kind
 * of data.
 */
public sealed interface SplitData permits SplitImages, SplitTable, SplitSequences, SplitGeneration {
    /** Its numbers, their copy on the way into the average, and there their copy and room for gradients. */
    long KEPT_OF_A_MEMBER = 4;

    /** Data of whatever kind. */
    static SplitData of(Divided data) {
        var loaded = data.loaded();
        var partition = data.partition();
        var given = new Origin(data.source(), loaded.given(), loaded.skipped(), loaded.notes());
        if (loaded.set() instanceof ImageSet images) {
            if (images.task() instanceof Task.Generation) {
                return SplitGeneration.of(given, images, partition);
            }
            return new SplitImages(given, images, partition);
        }
        if (loaded.set() instanceof TableSet table) {
            return new SplitTable(given, table, partition);
        }
        return new SplitSequences(given, (SequenceSet) loaded.set(), partition);
    }

    /**
     * Where data came from.
     *
     * @param source as much as another process needs to load it; empty where no other can
     * @param given the parts that the data itself names
     * @param skipped what was left out, with the reason
     * @param notes what a person should know, as whole sentences
     */
    record Origin(Optional<DataSource> source, GivenParts given, List<Skipped> skipped, List<String> notes) {
        /** Keeps copies. */
        public Origin {
            skipped = List.copyOf(skipped);
            notes = List.copyOf(notes);
        }
    }

    /** Where it came from. */
    Origin origin();

    /** What learning from it is called where studies are kept: "image-classification". */
    String workload();

    /** Where it lies, for people. */
    default String place() {
        return origin().source()
                .map(source -> Shown.name(source.path().toString()))
                .orElse("in memory");
    }

    /** All examples. */
    DataSet set();

    /** Who trains, who chooses, who measures. */
    default Parts parts() {
        return partition().parts();
    }

    /** The same, with the pairs of training and validation items by which trials are compared. */
    Partition partition();

    /** The same where trials are compared on one pair of its partition alone. */
    default SplitData onFold(int fold) {
        var pair = new Partition(parts(), List.of(partition().folds().get(fold)));
        if (this instanceof SplitImages images) {
            return new SplitImages(origin(), images.set(), pair, images.sizes());
        }
        if (this instanceof SplitTable table) {
            return new SplitTable(origin(), table.set(), pair);
        }
        return this instanceof SplitSequences series
                ? new SplitSequences(origin(), series.set(), pair)
                : new SplitGeneration(
                        origin(), ((SplitGeneration) this).set(), pair, ((SplitGeneration) this).onlooker());
    }

    /** In how many bits networks for it are trained where nobody says so. */
    Precision usualPrecision();

    /** The same on a device: 32 bits on a GPU, where 16 have not been tried. */
    default Precision usualPrecision(Device device) {
        return device == Device.CPU ? usualPrecision() : Precision.FLOAT32;
    }

    /** A precision and why it is that one, as the end of a sentence: "float32, because numbers may need their digits". */
    default String inWords(Precision precision, Device device) {
        if (precision == Precision.BFLOAT16) {
            return precision.word() + ", in which this processor is quick and networks learn as well";
        }
        if (device != Device.CPU) {
            return precision.word() + ", because 16 bits are untried on " + device.word();
        }
        if (usualPrecision() == Precision.BFLOAT16) {
            return precision.word() + ", as it was asked for";
        }
        return precision.word() + ", because "
                + (Processor.hasFastBfloat16()
                        ? "numbers may need their digits"
                        : "this processor is no quicker with 16 bits");
    }

    /** How many whole trials a search in a limited time should have room for: with fewer, each is longer. */
    default int wishedTrials() {
        return 12;
    }

    /** What networks and defaults depend on, before anything is chosen. */
    ModelFamily.DataSize size();

    /** The same for a configuration: preparation may change the shape of examples. */
    ModelFamily.DataSize size(Configuration configuration);

    /**
     * All that can be set.
     *
     * @param families those to choose among
     */
    SearchSpace space(List<ModelFamily> families);

    /** What the examples to learn from say of defaults, beyond their number and size; looked at anew each time. */
    default List<Hint> hints() {
        return Imbalance.of(set().task(), parts().training())
                .map(found -> RareClasses.hint(found, set().noun()))
                .stream()
                .toList();
    }

    /**
     * The examples as a configuration prepares them.
     *
     * @param learntFrom the indices by which scales and fillings are chosen: never those that measure
     */
    Examples examples(Configuration configuration, int[] learntFrom);

    /** What a configuration makes small. */
    default Loss loss(Configuration configuration) {
        return TrainingSpace.recipe(configuration, set().task().kind()).loss();
    }

    /**
     * Refuses a configuration with which these numbers cannot be learnt, before any time is spent.
     *
     * @throws dev.sweetspot.form.InvalidInputException with the reason
     */
    default void require(Configuration configuration) {
        if (set().task() instanceof Task.Regression numbers) {
            loss(configuration).scaling(numbers, parts().trainingAndValidation());
        }
    }

    /** How a training begins, or goes on. */
    record Beginning(
            Configuration configuration, Training.Setting setting, long seed, double epochs, Optional<Snapshot> from) {}

    /** A training of a configuration; whoever asks for it closes it. */
    default Session session(Beginning beginning) {
        var configuration = beginning.configuration();
        var examples = beginning.setting().examples();
        // What was learnt of the data for this training says how large its examples are.
        var size = new ModelFamily.DataSize(
                examples.shape(),
                beginning.setting().chosen().length,
                examples.targets().outputs());
        var network = Families.of(configuration).network(configuration, size);
        return new Training(
                network,
                TrainingSpace.recipe(configuration, set().task().kind()),
                beginning.setting(),
                beginning.seed(),
                beginning.epochs(),
                beginning.from(),
                TransferParameters.of(configuration, network, beginning.seed()));
    }

    /** The bytes that a training of a configuration needs above those of the idle program, predicted. */
    default long trainingBytes(Configuration configuration, Precision precision) {
        var recipe = TrainingSpace.recipe(configuration, set().task().kind());
        var network = Families.of(configuration).network(configuration, size(configuration));
        // One fold is computed at a time; the weights, gradients and memories of all are kept.
        long folds = (partition().folds().size() - 1) * network.parameterCount() * Float.BYTES * (2L + recipe.slots());
        int members = EnsembleParameters.of(configuration);
        // In the end networks are trained one by one; what each has learnt is kept, and copied into their average.
        long averaged = members == 1 ? 0 : KEPT_OF_A_MEMBER * members * network.parameterCount() * Float.BYTES;
        long kept = Math.max(folds, averaged);
        int batch = Math.min(recipe.batchSize(), Math.max(1, parts().trainingAndValidation().length));
        return network.trainingBytes(batch, recipe.slots(), precision.type().bytes()) + kept;
    }

    /** What a model file keeps of a preparation, so that new examples can be prepared in the same way. */
    Map<String, Form> description(Examples examples);

    /** How what a network says is read. */
    Answers answers(Examples examples);

    /**
     * What a network says, as people read it.
     *
     * @param examples as they were prepared for it
     * @param items the indices of those it is asked about
     * @param network is asked
     */
    default Predictions predictions(Examples examples, int[] items, Answers.Outputs network) {
        return answers(examples).of(new Answers.Asked(set(), examples, items), network);
    }

    /** A configuration in a few plain sentences. */
    String inWords(Configuration configuration);
}
