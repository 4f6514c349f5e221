/** Models of what a trial would give, and the evidence that they learn from. */
@NullMarked
package dev.sweetspot.surrogate;

import org.jspecify.annotations.NullMarked;
