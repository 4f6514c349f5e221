package dev.sweetspot.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.split.Outer;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.data.table.TimeOrder;
import dev.sweetspot.form.Fields;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataSourceTest {
    @Test
    void anotherProcessCutsByTheSameTimeAndTheSameOuterFold() {
        var source = new DataSource(
                Path.of("sales.csv"),
                Optional.empty(),
                InputSize.ofData(),
                new TableOptions(
                        Optional.of("units"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new TimeOrder("day", 7)),
                        Set.of("shop"),
                        Set.of()),
                new DataSource.Split(3, new Splitter(), Folding.of(4, 1), Optional.of(new Outer(2, 5))));
        assertThat(DataSource.fromForm(Fields.of(source.toForm()))).isEqualTo(source);
    }
}
