/**
 * The workload that runs any program: {@link dev.sweetspot.command.CommandWorkload} fills a study file's words with the values
 * of a trial, starts the program in a working folder, reads what it says, stops it, and keeps what it wrote.
 */
@NullMarked
package dev.sweetspot.command;

import org.jspecify.annotations.NullMarked;
