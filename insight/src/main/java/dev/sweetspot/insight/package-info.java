/** Answers to questions about a study: each is computed from its history, and asks nothing else. */
@NullMarked
package dev.sweetspot.insight;

import org.jspecify.annotations.NullMarked;
