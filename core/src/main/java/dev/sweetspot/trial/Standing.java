package dev.sweetspot.trial;

/** Whether a study is worked on, as people decided last. */
public enum Standing {
    /** Whoever is free takes part. */
    OPEN("open"),
    /** Nobody takes part until it is open again; what ran was put aside. */
    PAUSED("paused"),
    /** Its search is over, though its budget may not be used up; it can be opened again. */
    STOPPED("stopped");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    /** As people and stores write it: "paused". */
    public String word() {
        return word;
    }
}
