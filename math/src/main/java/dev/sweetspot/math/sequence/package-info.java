/** Points that fill the unit cube more evenly than chance does, each a function of its index. */
@NullMarked
package dev.sweetspot.math.sequence;

import org.jspecify.annotations.NullMarked;
