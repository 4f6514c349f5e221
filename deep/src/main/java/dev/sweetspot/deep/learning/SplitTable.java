package dev.sweetspot.deep.learning;

import dev.sweetspot.data.Partition;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.DataParameters;
import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.space.TableSpace;
import dev.sweetspot.deep.space.Wording;
import dev.sweetspot.deep.training.Aim;
import dev.sweetspot.deep.training.ErrorScale;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.TableExamples;
import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table in memory, in its parts.
 *
 * @param origin where it came from
 */
public record SplitTable(Origin origin, TableSet set, Partition partition) implements SplitData {
    /** What learning from tables is called where studies are kept. */
    public static final String WORKLOAD = "table-network";

    @Override
    public String workload() {
        return WORKLOAD;
    }

    /**
     * 16 bits for classes where the processor is fast with them: of networks for tables the wide layers alone are, and others
     * compute in 32 bits all the same. 32 bits for numbers, which may need their digits.
     */
    @Override
    public Precision usualPrecision() {
        return Precision.automatic(set.task().kind());
    }

    @Override
    public ModelFamily.DataSize size() {
        return size(TablePreparation.fit(set, parts().training(), DataParameters.usual()));
    }

    /** What is learnt of columns may differ with the scaling; how many numbers a row becomes does not. */
    @Override
    public ModelFamily.DataSize size(Configuration configuration) {
        return size();
    }

    private ModelFamily.DataSize size(TablePreparation preparation) {
        return new ModelFamily.DataSize(
                new Shape.Row(preparation.width()),
                parts().training().length,
                set.task().kind() == Task.Kind.RECONSTRUCTION
                        ? preparation.width()
                        : Aim.of(set.task(), parts().training()).targets().outputs());
    }

    @Override
    public SearchSpace space(List<ModelFamily> families) {
        return TableSpace.of(families, set.task().kind(), size());
    }

    @Override
    public Examples examples(Configuration configuration, int[] learntFrom) {
        LossParameters.requireUnits(configuration);
        var preparation = TablePreparation.fit(set, learntFrom, DataParameters.of(configuration));
        var table = preparation.apply(set);
        return new TableExamples(
                preparation,
                table,
                set.task().kind() == Task.Kind.RECONSTRUCTION
                        ? new Aim.OfInputs(table.width(), ErrorScale.of(preparation, table, learntFrom))
                        : Aim.of(set.task(), learntFrom, loss(configuration)));
    }

    @Override
    public Map<String, Form> description(Examples examples) {
        var table = (TableExamples) examples;
        var entries = new LinkedHashMap<String, Form>();
        entries.put("preparation", table.preparation().toForm());
        return entries;
    }

    @Override
    public Answers answers(Examples examples) {
        return Answers.of(((TableExamples) examples).aim());
    }

    @Override
    public String inWords(Configuration configuration) {
        return Wording.of(configuration, set.task().kind(), set.noun()) + " Numbers are scaled: "
                + DataParameters.of(configuration).word() + ".";
    }
}
