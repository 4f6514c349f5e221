/** What can be chosen: parameters, conditions, relations, configurations, and the one encoding to the unit cube (floor 2). */
@NullMarked
package dev.sweetspot.space;

import org.jspecify.annotations.NullMarked;
