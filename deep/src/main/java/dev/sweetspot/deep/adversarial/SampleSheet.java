package dev.sweetspot.deep.adversarial;

import dev.sweetspot.data.ImageShape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Drawn images in rows, with a line between, enlarged where they are small. Of two channels, or more than three, the first is
 * shown in grey.
 */
public final class SampleSheet {
    private static final int LINE = 2;
    private static final int WANTED_SIDE = 64;
    private static final int GREY = 0x808080;

    private SampleSheet() {}

    /**
     * A sheet.
     *
     * @param rows of images, each from -1 to 1, row by row with its channels last; all rows equally many
     */
    public static BufferedImage of(List<float[][]> rows, ImageShape shape) {
        int factor = Math.max(1, WANTED_SIDE / Math.max(shape.height(), shape.width()));
        int columns = rows.get(0).length;
        int height = shape.height() * factor + LINE;
        int width = shape.width() * factor + LINE;
        var sheet = new BufferedImage(columns * width + LINE, rows.size() * height + LINE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                sheet.setRGB(x, y, GREY);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                draw(rows.get(row)[column], shape, sheet, column * width + LINE, row * height + LINE, factor);
            }
        }
        return sheet;
    }

    /** All images in a square, or nearly. */
    public static BufferedImage of(float[][] images, ImageShape shape, int columns) {
        var rows = new ArrayList<float[][]>();
        for (int start = 0; start + columns <= images.length; start += columns) {
            rows.add(Arrays.copyOfRange(images, start, start + columns));
        }
        return of(rows, shape);
    }

    private static void draw(float[] image, ImageShape shape, BufferedImage sheet, int left, int top, int factor) {
        boolean colour = shape.channels() == 3;
        for (int y = 0; y < shape.height() * factor; y++) {
            for (int x = 0; x < shape.width() * factor; x++) {
                int at = (y / factor * shape.width() + x / factor) * shape.channels();
                int red = level(image[at]);
                int green = colour ? level(image[at + 1]) : red;
                int blue = colour ? level(image[at + 2]) : red;
                sheet.setRGB(left + x, top + y, red << 16 | green << 8 | blue);
            }
        }
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round((value + 1) * 127.5f)));
    }
}
