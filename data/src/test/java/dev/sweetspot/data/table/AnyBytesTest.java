package dev.sweetspot.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Summary;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.split.PartsReview;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, it is read, or refused in words for people: nothing else is ever thrown. */
class AnyBytesTest {
    private static final int FILES = 1000;
    private static final List<String> GOOD = List.of(
            "x,c,d,y\n1,u,2020-01-01,a\n2,v,2020-01-02,b\n,u,,a\n4,\"v,w\",2020-02-01,b\n5,u,2020-01-01,a\n6,v,2020-01-01,b\n",
            "series,step,x,y,label\ns1,0,1,10,up\ns1,1,2,20,up\ns2,0,4,,down\ns3,5,5,50,up\ns4,0,7,70,down\n",
            "a;b;y\n1,5;2;3\n2,5;4;5\n3,5;1;9\n");
    private static final byte[] PIECES = "0159.,;\t|\"\n\r eE+-?NaA\u00e9x".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        var random = new SplittableRandom(1);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            var file = Files.write(folder.resolve("t.csv"), damaged(random));
            Optional<Path> test = random.nextInt(3) == 0
                    ? Optional.of(Files.write(folder.resolve("u.csv"), damaged(random)))
                    : Optional.empty();
            var options = random.nextInt(4) == 0 ? TableOptions.AUTOMATIC.withGroup("c") : TableOptions.AUTOMATIC;
            try {
                var loaded = DataSets.open(file, test, LoadOptions.automatic(1).withTable(options));
                read++;
                assertThat(Summary.of(loaded)).isNotEmpty();
                var parts = new Splitter().split(loaded.set(), loaded.given(), random);
                PartsReview.notes(loaded.set(), parts);
            } catch (InvalidInputException e) {
                refused++;
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
        assertThat(read).as("some damage does no harm").isGreaterThan(FILES / 20);
        assertThat(refused).isGreaterThan(FILES / 20);
    }

    private static byte[] damaged(SplittableRandom random) {
        var bytes = GOOD.get(random.nextInt(GOOD.size())).getBytes(StandardCharsets.UTF_8);
        int wounds = random.nextInt(6);
        for (int i = 0; i < wounds && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            byte piece = PIECES[random.nextInt(PIECES.length)];
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = piece;
                case 1 -> bytes = Arrays.copyOf(bytes, at);
                case 2 -> bytes = joined(Arrays.copyOf(bytes, at), piece, Arrays.copyOfRange(bytes, at, bytes.length));
                default ->
                    bytes = joined(Arrays.copyOf(bytes, at), piece, Arrays.copyOfRange(bytes, at + 1, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte piece, byte[] last) {
        var all = Arrays.copyOf(first, first.length + 1 + last.length);
        all[first.length] = piece;
        System.arraycopy(last, 0, all, first.length + 1, last.length);
        return all;
    }
}
