/** What is run again and what is chosen, by what a model of the results makes of luck. */
@NullMarked
package dev.sweetspot.surrogate.choice;

import org.jspecify.annotations.NullMarked;
