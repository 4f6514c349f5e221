/**
 * What can be set before a training, as a page shows it: every parameter of the trainer with its help, its range and its usual
 * change, in topics from the simple to the expert. All of it is made from the parameters themselves.
 */
@NullMarked
package dev.sweetspot.studio.settings;

import org.jspecify.annotations.NullMarked;
