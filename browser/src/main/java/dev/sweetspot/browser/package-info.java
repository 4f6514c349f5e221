/** A real browser for tests of pages, and what it sees of them. */
@NullMarked
package dev.sweetspot.browser;

import org.jspecify.annotations.NullMarked;
