package dev.sweetspot.job;

import dev.sweetspot.space.Configuration;

/**
 * What the search of one outer fold found, and how good that is on items of which the search saw nothing.
 *
 * @param fold from 1
 * @param study the name of its search
 * @param winner what it chose
 * @param validation the value by which it chose it, on its validation items
 * @param tested the value of the same, or of the metric of the whole, on the items of the outer fold
 * @param items how many these are
 */
public record OuterFold(int fold, String study, Configuration winner, double validation, double tested, int items) {}
