/**
 * The errand: search within a deadline, the winner trained again and measured once, beside the default. Tells what
 * happens as events; knows no terminal and no page.
 */
@NullMarked
package dev.sweetspot.job;

import org.jspecify.annotations.NullMarked;
