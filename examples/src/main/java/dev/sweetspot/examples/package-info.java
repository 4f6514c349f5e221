/** One file an idea. Each can be run; what a guide shows is a part of one of them. */
@NullMarked
package dev.sweetspot.examples;

import org.jspecify.annotations.NullMarked;
