/** Ask and tell for programs in other languages: what is said, whichever door it comes through, and the door of HTTP. */
@NullMarked
package dev.sweetspot.server.asktell;

import org.jspecify.annotations.NullMarked;
