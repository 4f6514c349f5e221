package dev.sweetspot.store;

/** A store could not do what it was asked: disk full, no permission, a damaged file. The message is for people. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what, where, why, then "Maybe ..." */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
