/** What is wrong with a study, in words: each check looks for one thing, and is silent where it is not there. */
@NullMarked
package dev.sweetspot.insight.health;

import org.jspecify.annotations.NullMarked;
