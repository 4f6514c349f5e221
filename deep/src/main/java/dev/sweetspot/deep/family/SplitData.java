package dev.sweetspot.deep.family;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data in memory, in its parts, and all that is particular to its kind when networks learn from it. One class for each kind
 * of data.
 */
public interface SplitData {
    /** What learning from it is called where studies are kept: "image-classification". */
    String workload();

    /** Where it came from, as much as another process needs to load it; empty where no other can. */
    Optional<MapForm> source();

    /** Where it lies, for people. */
    String place();

    /** All examples. */
    DataSet set();

    /** Who trains, who chooses, who measures. */
    Parts parts();

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

    /**
     * The examples as a configuration prepares them.
     *
     * @param learntFrom the indices by which scales and fillings are chosen: never those that measure
     */
    Examples examples(Configuration configuration, int[] learntFrom);

    /** What a model file keeps of a preparation, so that new examples can be prepared in the same way. */
    Map<String, Form> description(Examples examples);

    /**
     * What a network says, as people read it.
     *
     * @param examples as they were prepared for it
     * @param items the indices of those it was asked for
     * @param rows its answers, one for each of these
     */
    Predictions predictions(Examples examples, int[] items, float[][] rows);

    /** A configuration in a few plain sentences. */
    String inWords(Configuration configuration);
}
