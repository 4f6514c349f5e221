package dev.sweetspot.studio.overview;

/** What can be wrong with an image. */
public enum Problem {
    /** Another image of the project looks the same. */
    COPY("looks the same as another"),
    /** Another image looks the same and has another label. */
    CONFLICT("looks the same as another, which has another label"),
    /** A side of it has fewer than 8 pixels. */
    TINY("is smaller than 8 pixels"),
    /** All its pixels are equal. */
    BLANK("is of one colour"),
    /** It has another number of channels than most. */
    CHANNELS("has other channels than most");

    private final String words;

    Problem(String words) {
        this.words = words;
    }

    /** What is wrong, to stand behind the name of the image. */
    public String words() {
        return words;
    }
}
