package dev.sweetspot.store;

/** A study that somebody works on was deleted. The message is for people. */
public final class StudyGone extends StoreException {
    private static final long serialVersionUID = 1L;

    /** @param study its name, which another study may have by now */
    public StudyGone(String study) {
        super(
                "study = " + study + ": was deleted while it was worked on here; nothing more is written, also not into"
                        + " another study that has its name now. Maybe the command studies shows what there is.",
                new IllegalStateException("deleted"));
    }
}
