/** Pictures of what a model predicts on items that it has not learnt from: a class each, found by its name in the service file. */
@NullMarked
package dev.sweetspot.insight.result;

import org.jspecify.annotations.NullMarked;
