package dev.sweetspot.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Parts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsFileTest {
    private static ImageSet set(int... values) {
        var builder = new ImageSetBuilder(values.length, new ImageShape(1, 1, 1), Depth.U8);
        var labels = new int[values.length];
        var names = new ArrayList<String>();
        for (int i = 0; i < values.length; i++) {
            builder.put(i, new byte[] {(byte) values[i]});
            labels[i] = i % 2;
            names.add("a,\"b\"\n" + i);
        }
        return builder.build(labels, List.of("x", "y"), names);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var set = set(1, 2, 3, 4, 5);
        var parts = new Parts(new int[] {0, 3}, new int[] {1}, new int[] {4});
        assertThat(PartsFile.read(PartsFile.write(set, parts), set)).isEqualTo(parts);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        var set = set(1, 2);
        assertThatThrownBy(() -> PartsFile.read("", set)).hasMessageContaining("first line");
        assertThatThrownBy(() -> PartsFile.read("file,part\nother,test\n", set)).hasMessageContaining("other");
        var twice = PartsFile.write(set, new Parts(new int[] {0}, new int[0], new int[0]));
        assertThatThrownBy(() -> PartsFile.read(twice + twice.substring(10), set))
                .hasMessageContaining("named once");
        assertThatThrownBy(() -> PartsFile.read(twice.replace("training", "tset"), set))
                .hasMessageContaining("Maybe test?");
    }

    @Test
    void copiesAcrossPartsContradictionsAndRareClassesAreToldOf() {
        var parts = new Parts(new int[] {0, 1}, new int[] {2}, new int[] {3, 4, 5});
        var notes = PartsReview.notes(set(1, 2, 3, 3, 1, 9), parts).toString();
        assertThat(notes)
                .contains("2 of 3 test images are exact copies")
                .contains("The same image stands in two classes: a,\"b\"\\n2 and a,\"b\"\\n3")
                .contains("validation part has no image of y")
                .contains("test part has few images of x (1), y (2)");
        var two = new Parts(new int[0], new int[0], new int[0]);
        assertThat(PartsReview.notes(set(1, 2), two).toString()).doesNotContain("copies");
    }
}
