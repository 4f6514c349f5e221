/** How a network is trained: optimisers, schedules, augmentation, batches, the loop, checkpoints. */
@NullMarked
package dev.sweetspot.deep.training;

import org.jspecify.annotations.NullMarked;
