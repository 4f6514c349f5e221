/** What is run again, and which configuration is chosen in the end. */
@NullMarked
package dev.sweetspot.choice;

import org.jspecify.annotations.NullMarked;
