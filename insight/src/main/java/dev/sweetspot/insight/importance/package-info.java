/** What mattered in a study: how much of the differences between its trials each parameter, and each pair, accounts for. */
@NullMarked
package dev.sweetspot.insight.importance;

import org.jspecify.annotations.NullMarked;
