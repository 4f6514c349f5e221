/**
 * Trainings and searches that people begin in the studio. Each is this program again, in a process of its own: it goes on
 * however many pages are closed and when the server ends, and native code that crashes takes nothing else with it. What it
 * leaves lies in a folder of the project, so that whoever comes next finds it.
 */
@NullMarked
package dev.sweetspot.studio.work;

import org.jspecify.annotations.NullMarked;
