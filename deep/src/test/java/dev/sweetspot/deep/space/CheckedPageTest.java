package dev.sweetspot.deep.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/ideas/checked.md says of every parameter what it is checked against, and where. */
class CheckedPageTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "ideas", "checked.md"));
    }

    private static ModelFamily.DataSize size(Shape input) {
        return new ModelFamily.DataSize(input, 1000, 3);
    }

    @Test
    void everyParameterIsListed() throws IOException {
        var names = new TreeSet<String>();
        var images = size(new Shape.Image(64, 64, 3));
        var rows = size(new Shape.Row(20));
        var series = size(new Shape.Sequence(50, 3));
        for (var task : new Task.Kind[] {Task.Kind.CLASSIFICATION, Task.Kind.REGRESSION, Task.Kind.RECONSTRUCTION}) {
            names.addAll(TableSpace.of(Families.able(rows.input(), task), task, rows).parameters().stream()
                    .map(Parameter::name)
                    .toList());
            names.addAll(SequenceSpace.of(Families.able(series.input(), task), task, series).parameters().stream()
                    .map(Parameter::name)
                    .toList());
        }
        for (var task : new Task.Kind[] {Task.Kind.CLASSIFICATION, Task.Kind.RECONSTRUCTION}) {
            names.addAll(ImageSpace.of(Families.able(images.input(), task), task, images).parameters().stream()
                    .map(Parameter::name)
                    .toList());
        }
        TransferParameters.explained().parameters().forEach(parameter -> names.add(parameter.name()));
        var page = page();
        assertThat(names).hasSizeGreaterThan(60).allSatisfy(name -> assertThat(page)
                .contains("`" + name + "`"));
    }

    @Test
    void theTestsThatItNamesAreThere() throws IOException {
        var named = Pattern.compile("\\b[A-Z][A-Za-z]+Test\\b")
                .matcher(page())
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
        var there = new TreeSet<String>();
        for (var module : new String[] {"deep", "data", "cli"}) {
            try (var files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(there::add);
            }
        }
        assertThat(named).hasSizeGreaterThan(15);
        assertThat(there).containsAll(named);
    }
}
