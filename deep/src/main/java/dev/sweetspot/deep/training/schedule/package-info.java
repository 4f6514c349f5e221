/** How the learning rate goes over a training: one record a schedule. */
@NullMarked
package dev.sweetspot.deep.training.schedule;

import org.jspecify.annotations.NullMarked;
