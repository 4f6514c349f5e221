/** The pictures of a study: a class each, found by its name in the service file. */
@NullMarked
package dev.sweetspot.insight.plot;

import org.jspecify.annotations.NullMarked;
