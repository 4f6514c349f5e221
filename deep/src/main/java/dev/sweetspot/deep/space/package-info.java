/** All that can be set about learning with networks, a class a theme, and where to search when nobody says where. */
@NullMarked
package dev.sweetspot.deep.space;

import org.jspecify.annotations.NullMarked;
