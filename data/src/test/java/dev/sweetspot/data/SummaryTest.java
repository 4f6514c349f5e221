package dev.sweetspot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void imagesAreToldBySizeChannelsAndClasses() {
        var builder = new ImageSetBuilder(3, new ImageShape(4, 5, 2), Depth.U16);
        IntStream.range(0, 3).forEach(i -> builder.put(i, new short[40]));
        var set = builder.build(new int[] {0, 1, 1}, List.of("cat", "do\ng"), List.of("a", "b", "c"));
        var given = GivenParts.of(new Part[] {Part.TEST, null, null});
        var loaded = new Loaded<>(set, given, List.of(new Skipped("d", "ends too early")), List.of());
        assertThat(Summary.of(loaded))
                .isEqualTo(
                        "3 images, 1 of them the given test part. Each is 5 x 4 with 2 channels of 16 bits. To be predicted:"
                                + " one of 2 classes, cat 1, do\\ng 2. 1 image could not be used and was skipped.");
    }

    @Test
    void kindsOfTasksHaveWords() {
        for (var kind : Task.Kind.values()) {
            assertThat(Task.Kind.named(kind.word())).isEqualTo(kind);
        }
        assertThatThrownBy(() -> Task.Kind.named("regresion")).hasMessageContaining("Maybe regression?");
    }
}
