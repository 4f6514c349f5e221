package dev.sweetspot.deep.training;

import dev.sweetspot.data.prepare.PreparedTable;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.ElementType;
import java.util.random.RandomGenerator;

/**
 * The rows of a table, with what is to be predicted.
 *
 * @param preparation how a row becomes what a network takes
 * @param table seen through it
 * @param aim what is to be predicted
 */
public record TableExamples(TablePreparation preparation, PreparedTable table, Aim aim) implements Examples {
    @Override
    public Shape shape() {
        return new Shape.Row(table.width());
    }

    @Override
    public Targets targets() {
        return aim.targets();
    }

    @Override
    public int classOf(int row) {
        return aim.classOf(row);
    }

    @Override
    public Writer writer(ElementType type) {
        return new RowWriter(this);
    }

    private static final class RowWriter implements Writer {
        private final PreparedTable table;
        private final Aim aim;
        private final float[] row;

        RowWriter(TableExamples examples) {
            this.table = examples.table();
            this.aim = examples.aim();
            this.row = new float[table.width()];
        }

        @Override
        public void fill(Batch batch, int[] rows, RandomGenerator random) {
            fill(batch, rows);
            aim.fill(batch, rows);
        }

        @Override
        public void fill(Batch batch, int[] rows) {
            for (int i = 0; i < rows.length; i++) {
                table.write(rows[i], row, 0);
                batch.put(i * row.length, row, row.length);
            }
        }
    }
}
