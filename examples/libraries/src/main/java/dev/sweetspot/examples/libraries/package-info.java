/** Other people's libraries, tuned from a program that uses them: one file a library. */
@NullMarked
package dev.sweetspot.examples.libraries;

import org.jspecify.annotations.NullMarked;
