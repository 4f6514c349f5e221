package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Drawing;

/**
 * A kind of picture: turns a study into a chart. It is computed from the study alone, and says why where there is nothing to
 * draw yet. At most {@link Crowd#MOST} marks are drawn, however many trials there are; the caption says so.
 */
public interface Plot {
    /** Its name in commands and addresses, in lower case with dashes: "learning-curves". */
    String name();

    /** The question that it answers: "How did the search go on?" */
    String question();

    /** The picture of a study as it stands. */
    Drawing draw(Studied studied);
}
