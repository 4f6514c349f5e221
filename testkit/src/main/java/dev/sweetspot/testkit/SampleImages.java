package dev.sweetspot.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** A folder of small images that can be told apart: a bright patch in the upper or in the lower half of a noisy image. */
public final class SampleImages {
    private static final int SIDE = 16;

    private SampleImages() {}

    /**
     * Writes so many images of each class, in folders named down and up.
     *
     * @return the folder
     */
    public static Path write(Path folder, int each, long seed) throws IOException {
        return write(folder, each, seed, SIDE, SIDE);
    }

    /**
     * The same in another height and width, both at least 10.
     *
     * @return the folder
     */
    public static Path write(Path folder, int each, long seed, int height, int width) throws IOException {
        var random = new SplittableRandom(seed);
        for (var name : List.of("down", "up")) {
            var home = Files.createDirectories(folder.resolve(name));
            for (int i = 0; i < each; i++) {
                ImageIO.write(
                        image(random, name.equals("up"), height, width),
                        "png",
                        home.resolve(i + ".png").toFile());
            }
        }
        return folder;
    }

    private static BufferedImage image(SplittableRandom random, boolean up, int height, int width) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int top = random.nextInt(height / 2 - 4) + (up ? 0 : height / 2);
        int left = random.nextInt(width - 4);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean inside = y >= top && y < top + 4 && x >= left && x < left + 4;
                image.setRGB(x, y, inside ? 0xd0e0d0 : random.nextInt(1 << 24) & 0x7f7f7f);
            }
        }
        return image;
    }
}
