/** How the stored values of images become the numbers that a network sees. */
@NullMarked
package dev.sweetspot.deep.training.rescaling;

import org.jspecify.annotations.NullMarked;
