/** What is changed in images at random while training: one record for each kind of change. */
@NullMarked
package dev.sweetspot.deep.training.augmentation;

import org.jspecify.annotations.NullMarked;
