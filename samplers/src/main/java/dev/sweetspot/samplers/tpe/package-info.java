/** The tree-structured Parzen estimator. */
@NullMarked
package dev.sweetspot.samplers.tpe;

import org.jspecify.annotations.NullMarked;
