/** The Gaussian process over mixed and conditional spaces. */
@NullMarked
package dev.sweetspot.surrogate.gp;

import org.jspecify.annotations.NullMarked;
