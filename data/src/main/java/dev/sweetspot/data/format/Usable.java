package dev.sweetspot.data.format;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.TreeSet;

/** Whether there is enough of everything to learn from. */
final class Usable {
    private static final int FEWEST = 2;

    private Usable() {}

    /** @throws InvalidInputException when there are not two classes, or a class has not two images to train on */
    static void check(String data, Loaded<ImageSet> loaded) {
        var set = loaded.set();
        var all = new int[set.classNames().size()];
        var trainable = new int[set.classNames().size()];
        for (int i = 0; i < set.size(); i++) {
            all[set.label(i)]++;
            if (loaded.given().partOf(i).orElse(Part.TRAINING) != Part.TEST) {
                trainable[set.label(i)]++;
            }
        }
        var used = new TreeSet<String>();
        var onlyTested = new ArrayList<String>();
        for (int c = 0; c < all.length; c++) {
            if (all[c] > 0) {
                used.add(set.classNames().get(c));
                if (trainable[c] == 0) {
                    onlyTested.add(set.classNames().get(c));
                }
            }
        }
        if (used.size() < 2) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(data),
                    "must have at least two classes with usable images, but all are in "
                            + Shown.names(new ArrayList<>(used)),
                    "a folder for each class, as in cats/1.png and dogs/2.png?");
        }
        if (!onlyTested.isEmpty()) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(data),
                    "has classes in the test part that training never sees: " + Shown.names(onlyTested),
                    "the names differ?");
        }
        for (int c = 0; c < all.length; c++) {
            if (all[c] > 0 && trainable[c] < FEWEST) {
                throw new InvalidInputException(
                        "class",
                        Shown.name(set.classNames().get(c)),
                        "has 1 usable image to train on and must have at least " + FEWEST,
                        "add more, or leave the class out?");
            }
        }
    }
}
