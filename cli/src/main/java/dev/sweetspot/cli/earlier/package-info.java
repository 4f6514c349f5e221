/** Earlier studies, as the command line names them. */
@NullMarked
package dev.sweetspot.cli.earlier;

import org.jspecify.annotations.NullMarked;
