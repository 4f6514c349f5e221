/** The search for programs in other languages: one JSON object a line on standard input and output. */
@NullMarked
package dev.sweetspot.cli.asktell;

import org.jspecify.annotations.NullMarked;
