/** YAML to forms and back, with line and column: the only room that knows a parser of YAML. */
@NullMarked
package dev.sweetspot.yaml;

import org.jspecify.annotations.NullMarked;
