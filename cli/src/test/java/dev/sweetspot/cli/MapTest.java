package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study of maps, from the file in the guide to the picture of the best. */
class MapTest {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();
    private static final Path GUIDE = Path.of("..", "docs", "guide", "maps.md");

    @TempDir
    Path home;

    private Ran run(Path file, Object... more) {
        var words = new ArrayList<Object>(
                List.of("run", file, "--store", home.resolve("s.db"), "--out", home.resolve("out")));
        words.addAll(List.of(more));
        return Ran.of(words.toArray());
    }

    private Path fileOfTheGuide() throws Exception {
        var block = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        return Files.writeString(home.resolve("map.yaml"), block.group(1).replace("samples", SAMPLES.toString()));
    }

    @Test
    void theBestMapIsDrawnAndItsPlacesAreInATable() throws Exception {
        var ran = run(fileOfTheGuide(), "--trials", 3, "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var best = Fields.of(Json.parse(ran.out(), "out")).map("best");
        assertThat(best.number("validation")).isBetween(0.95, 1.0);
        var out = home.resolve("out");
        var svg = Files.readString(out.resolve("map.svg"));
        var circles = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("circle");
        assertThat(circles.getLength())
                .as("178 rows, and three classes in the legend")
                .isEqualTo(181);
        assertThat(Files.readAllLines(out.resolve("coordinates.csv")))
                .hasSize(179)
                .startsWith("item,label,x,y");
        assertThat(Files.readString(out.resolve("map.html"))).contains("Which items are like each other?");
        assertThat(Files.readString(out.resolve("README.md"))).contains("178 of 178 rows", "Trustworthiness 0.9");
    }

    @Test
    void theStudyGoesOnAndTheMapIsThatOfTheBestOfAll() throws Exception {
        assertThat(run(fileOfTheGuide(), "--trials", 1).exitCode()).isZero();
        var first = Files.readString(home.resolve("out").resolve("coordinates.csv"));
        Files.delete(home.resolve("out").resolve("coordinates.csv"));

        var resumed = Ran.of("resume", "wine-map", "--trials", 2, "--store", home.resolve("s.db"), "--json");

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        long best = Fields.of(Json.parse(resumed.out(), "out")).map("best").whole("trial");
        var table = Files.readString(home.resolve("out").resolve("coordinates.csv"));
        assertThat(table.equals(first)).isEqualTo(best == 0);
    }

    @Test
    void whatMakesNoSenseForAMapIsRefusedWithItsPlace() throws Exception {
        var file = fileOfTheGuide();
        var text = Files.readString(file);

        Files.writeString(file, text + "family: [cnn]\n");
        assertThat(run(file).err()).contains("family = of networks: does not go with a map");
        Files.writeString(file, text.replace("high: 50", "high: 90"));
        assertThat(run(file).err()).contains("map.yaml, line ").contains("perplexity = 90: must be from 2 to 59");
        Files.writeString(file, text.replace("wine.csv", "beer.csv"));
        assertThat(run(file).err())
                .contains("map.yaml, line 2, column 7: data = ")
                .contains("is not there");
    }
}
