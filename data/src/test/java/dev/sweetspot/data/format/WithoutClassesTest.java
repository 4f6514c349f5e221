package dev.sweetspot.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.form.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutClassesTest {
    @TempDir
    Path folder;

    private static void image(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }

    private static Loaded<? extends DataSet> open(Path path, Optional<Path> test) {
        return DataSets.open(
                path,
                test,
                LoadOptions.automatic(1).withTable(TableOptions.AUTOMATIC.withTask(Task.Kind.RECONSTRUCTION)));
    }

    @Test
    void imagesMayLieInOneFolderWhereNothingIsPredicted() throws IOException {
        image(folder.resolve("a.png"));
        image(folder.resolve("b.png"));

        var loaded = open(folder, Optional.empty());

        assertThat(loaded.set().task()).isEqualTo(new Task.Reconstruction(2));
        assertThat(((ImageSet) loaded.set()).names()).containsExactly("a.png", "b.png");
        assertThatThrownBy(() -> DataSets.open(folder, Optional.empty(), LoadOptions.automatic(1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void allImagesOfAllClassesAreUsedAndTheTestPartMayHaveOthers() throws IOException {
        image(folder.resolve("data/train/round/1.png"));
        image(folder.resolve("data/train/square/2.png"));
        image(folder.resolve("data/test/odd/3.png"));
        image(folder.resolve("more/unheard-of/4.png"));

        var own = open(folder.resolve("data"), Optional.empty());
        assertThat(own.set().task()).isEqualTo(new Task.Reconstruction(3));
        assertThat(own.given().count(Part.TEST)).isEqualTo(1);

        var joined = open(folder.resolve("data/train"), Optional.of(folder.resolve("more")));
        assertThat(joined.set().task()).isEqualTo(new Task.Reconstruction(3));
        assertThat(joined.given().count(Part.TEST)).isEqualTo(1);
    }

    @Test
    void everyColumnOfATableIsLearntFromUnlessATargetIsNamed() throws IOException {
        var file = folder.resolve("t.csv");
        Files.writeString(file, "x,y,kind\n1,2,a\n2,3,b\n3,5,a\n");

        var all = (TableSet) open(file, Optional.empty()).set();
        assertThat(all.columns()).hasSize(3);
        var options = TableOptions.AUTOMATIC.withTask(Task.Kind.RECONSTRUCTION).withTarget("kind");
        var less = (TableSet)
                DataSets.open(file, Optional.empty(), LoadOptions.automatic(1).withTable(options))
                        .set();
        assertThat(less.columns()).hasSize(2);
        assertThat(less.task()).isEqualTo(new Task.Reconstruction(3));
    }
}
