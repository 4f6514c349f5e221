/** A project as data to learn from: {@link dev.sweetspot.studio.format.ProjectFormat}. */
@NullMarked
package dev.sweetspot.studio.format;

import org.jspecify.annotations.NullMarked;
