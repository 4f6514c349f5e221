package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import java.util.List;

/** Looks for one thing that can be wrong with a study. One class a check, its name in {@code META-INF/services}. */
public interface HealthCheck {
    /** Its name in commands, in lower case with dashes: "range-too-tight". */
    String name();

    /** The question that it answers: "Do the best trials lie at the edge of a range?" */
    String question();

    /** What is wrong; empty where nothing is, or where too little is known. */
    List<Finding> look(Studied studied);
}
