package dev.sweetspot.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.real("rate", 1e-5, 1).logarithmic(),
            Parameter.real("dropout", 0, 0.5).withStep(0.1),
            Parameter.integer("layers", 1, 8),
            Parameter.integer("units", 1, 1000).logarithmic(),
            Parameter.integer("wide", 2, 90).withStep(7).logarithmic(),
            Parameter.integer("late", 3, 40).reverseLogarithmic(),
            Parameter.ordinal("batch", 16, 32, 64),
            Parameter.categorical("kind", "a", "b", "c"),
            Parameter.bool("flip"));

    @Test
    void theBinOfACoordinateHoldsExactlyTheCoordinatesOfItsValue() {
        var encoding = Encoding.of(SPACE);
        var columns = Column.of(SPACE);
        var names = SPACE.parameters().stream().map(Parameter::name).toList();
        var valueOfBin = new HashMap<String, Object>();
        var random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            var point = random.doubles(names.size()).toArray();
            var values = encoding.decode(point).orElseThrow().values();
            for (int c = 0; c < point.length; c++) {
                var column = columns.get(c);
                if (column.count() > 0) {
                    int bin = column.index(point[c]);
                    var name = names.get(c);
                    var known = valueOfBin.putIfAbsent(name + bin, values.get(name));
                    assertThat(values.get(name))
                            .as("%s at %s", name, point[c])
                            .isEqualTo(known == null ? values.get(name) : known);
                    assertThat(point[c]).isBetween(column.low(bin) - 1e-12, column.high(bin) + 1e-12);
                }
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            int count = columns.get(c).count();
            var name = names.get(c);
            var own = valueOfBin.keySet().stream()
                    .filter(key -> key.matches(name + "\\d+"))
                    .toList();
            assertThat(own.stream().map(valueOfBin::get).distinct()).as(name).hasSize(own.size());
            assertThat(own.size()).as(name).isLessThanOrEqualTo(count);
        }
    }

    @Test
    void binsLieSideBySide() {
        for (var column : Column.of(SPACE)) {
            double end = 0;
            for (int i = 0; i < column.count(); i++) {
                assertThat(column.low(i)).isEqualTo(end, org.assertj.core.api.Assertions.within(1e-12));
                end = column.high(i);
            }
            assertThat(end).isEqualTo(column.count() == 0 ? 0 : 1);
        }
    }

    @Test
    void realNumbersCannotBeCounted() {
        assertThat(Column.of(SPACE).get(0)).isEqualTo(new Column.Interval());
        assertThat(Column.of(SPACE).get(8)).isEqualTo(new Column.Categories(2));
        assertThat(Column.of(SPACE).get(6)).isEqualTo(new Column.Steps(3));
        assertThat(Column.of(SPACE).get(1)).isEqualTo(new Column.Steps(6));
    }
}
