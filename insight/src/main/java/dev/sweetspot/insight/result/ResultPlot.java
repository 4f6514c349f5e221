package dev.sweetspot.insight.result;

import dev.sweetspot.insight.chart.Drawing;

/**
 * A kind of picture of predictions: turns them into a chart, and says why where there is nothing to draw. At most
 * {@link dev.sweetspot.insight.chart.Layer#MOST} marks are drawn, however many items there are; the caption says so.
 */
public interface ResultPlot {
    /** Its name in commands and addresses, in lower case with dashes: "precision-recall". */
    String name();

    /** The question that it answers: "Which classes are taken for which?" */
    String question();

    /** The picture of predictions. */
    Drawing draw(Judged judged);
}
