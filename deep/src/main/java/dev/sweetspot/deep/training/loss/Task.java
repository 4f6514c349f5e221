package dev.sweetspot.deep.training.loss;

/** What a network is to do. */
public enum Task {
    /** Name one of several classes. */
    CLASSIFICATION("classification"),
    /** Foretell numbers. */
    REGRESSION("regression"),
    /** Give back its own input. */
    RECONSTRUCTION("reconstruction");

    private final String word;

    Task(String word) {
        this.word = word;
    }

    /** As people write it. */
    public String word() {
        return word;
    }
}
