package dev.sweetspot.data.image;

/** A file is no image that can be used; the message is the reason in a few words, without the name of the file. */
public final class BadImageException extends Exception {
    private static final long serialVersionUID = 1L;

    BadImageException(String reason) {
        super(reason);
    }
}
