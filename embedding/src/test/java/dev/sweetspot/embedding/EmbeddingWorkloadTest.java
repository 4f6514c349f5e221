package dev.sweetspot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.math.embedding.Trustworthiness;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingWorkloadTest {
    @TempDir
    Path folder;

    private static Configuration defaults(EmbeddingWorkload workload) {
        return Encoding.of(workload.space()).defaults().orElseThrow();
    }

    private static Configuration thirty(EmbeddingWorkload workload) {
        assertThat(workload.space().find("perplexity"))
                .get()
                .extracting(Parameter::defaultValue)
                .isEqualTo(30.0);
        return defaults(workload);
    }

    private static double trust(EmbeddingWorkload workload, double[][] map) {
        return Trustworthiness.of(workload.items().points(), map, EmbeddingWorkload.NEIGHBOURS);
    }

    @Test
    void rowsOfAClusterLieTogetherAndTheSameSeedGivesTheSameBits() {
        var workload = Tables.workload(Tables.clusters(folder));

        var map = workload.map(defaults(workload), 3);

        assertThat(workload.map(defaults(workload), 3)).isDeepEqualTo(map);
        assertThat(trust(workload, map)).isGreaterThan(0.85);
        for (int i = 0; i < map.length; i++) {
            int nearest = i == 0 ? 1 : 0;
            for (int j = 0; j < map.length; j++) {
                boolean nearer = Math.hypot(map[i][0] - map[j][0], map[i][1] - map[j][1])
                        < Math.hypot(map[i][0] - map[nearest][0], map[i][1] - map[nearest][1]);
                nearest = j != i && nearer ? j : nearest;
            }
            assertThat(workload.items().label(nearest))
                    .isEqualTo(workload.items().label(i));
        }
    }

    /**
     * scikit-learn 1.9.1 on the same 178 rows, each column less its mean and divided by its deviation: trustworthiness of the 5
     * nearest 0.9666 with TSNE(perplexity=30, max_iter=500, init="pca") and random_state 1 to 5.
     */
    @Test
    void aMapOfRealRowsIsAsTrustworthyAsThatOfOthers() {
        var workload = Tables.workload(Path.of("..", "samples", "wine.csv"));

        double mean = LongStream.rangeClosed(1, 5)
                .mapToDouble(seed -> trust(workload, workload.map(thirty(workload), seed)))
                .average()
                .orElseThrow();
        assertThat(mean).isGreaterThan(0.9666 - 0.005);
    }

    @Test
    void missingValuesCategoriesAndRowsThatAreTheSameHaveAPlace() {
        var text = new StringBuilder("a,colour,size\n");
        for (int i = 0; i < 40; i++) {
            text.append(i % 5 == 0 ? "" : i % 4)
                    .append(',')
                    .append(i % 3 == 0 ? "red" : "blue")
                    .append(',');
            text.append(i % 7).append('\n');
        }
        var workload = Tables.workload(Tables.write(folder.resolve("t.csv"), text.toString()));

        var map = workload.map(defaults(workload), 1);

        assertThat(Arrays.stream(map).flatMapToDouble(Arrays::stream)).allMatch(Double::isFinite);
        assertThat(map).hasDimensions(40, 2);
    }

    @Test
    void fewRowsLeaveFewNeighboursAndTooFewAreRefused() throws IOException {
        var few = Files.readAllLines(Tables.clusters(folder)).subList(0, 17);
        var workload = Tables.workload(Tables.write(folder.resolve("few.csv"), String.join("\n", few)));

        assertThat(workload.space().find("perplexity").orElseThrow().rangeInWords())
                .startsWith("2 to 5");
        assertThatThrownBy(() ->
                        Items.load(Tables.write(folder.resolve("fewer.csv"), String.join("\n", few.subList(0, 14)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Maybe ");
    }

    @Test
    void rangesThatMakeNoSenseForSoManyRowsAreRefused() {
        var data = Tables.clusters(folder);
        var items = Items.load(data);
        var wide = SearchSpace.of(Parameter.real("perplexity", 5, 50));
        var misspelt = SearchSpace.of(Parameter.real("perplexty", 5, 10));
        var narrow = SearchSpace.of(Parameter.real("perplexity", 5, 10));

        assertThatThrownBy(() -> EmbeddingWorkload.of(data, items, wide, Optional.empty()))
                .hasMessage("perplexity = 50: must be from 2 to 19.6667. Maybe 19.6667?");
        assertThatThrownBy(() -> EmbeddingWorkload.of(data, items, misspelt, Optional.empty()))
                .hasMessage("parameter = perplexty: is none of t-SNE. Maybe perplexity?");
        assertThatThrownBy(() -> EmbeddingWorkload.of(data, items, narrow, Optional.of("accuracy")))
                .hasMessageContaining("Maybe trustworthiness");
        var workload = EmbeddingWorkload.of(data, items, narrow, Optional.of("kl_divergence"));
        assertThat(workload.space().find("perplexity"))
                .contains(narrow.parameters().get(0));
        assertThat(workload.space().parameters()).hasSize(5);
        assertThat(workload.objectives()).containsExactly(Objective.minimize("kl_divergence"));
    }

    @Test
    void anotherProcessMakesTheSameFromItsSettingsButNotOfOtherData() throws IOException {
        var data = Tables.clusters(folder);
        var workload = Tables.workload(data);
        var form = Workloads.toForm(workload);

        assertThat(Workloads.fromForm(form))
                .extracting(again -> Workloads.toForm(again))
                .isEqualTo(form);
        Files.writeString(data, Files.readString(data).replace("kind 2", "kind 1"));
        assertThatThrownBy(() -> Workloads.fromForm(form)).hasMessageContaining("is not what it was");
    }
}
