package dev.sweetspot.cli;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.imageio.ImageIO;

/**
 * What a program that stays loads of native code beside the engine of networks: the readers and colours of images, and SQLite.
 * Loaded before the engine, so that no two loads can wait for each other ({@link dev.sweetspot.deep.tensor.Native}).
 */
final class OtherNatives {
    private OtherNatives() {}

    /** Loads it, if that has not happened yet; what is not there is needed by nobody. */
    static void load() {
        try (var store = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            store.getCatalog();
        } catch (SQLException none) {
            log(none);
        }
        try {
            var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_GRAY), null).filter(image, null);
            for (var format : new String[] {"jpg", "png"}) {
                var written = new ByteArrayOutputStream();
                ImageIO.write(image, format, written);
                ImageIO.read(new ByteArrayInputStream(written.toByteArray()));
            }
        } catch (IOException | LinkageError none) {
            log(none);
        }
    }

    private static void log(Throwable none) {
        System.getLogger(OtherNatives.class.getName()).log(System.Logger.Level.DEBUG, "not loaded", none);
    }
}
