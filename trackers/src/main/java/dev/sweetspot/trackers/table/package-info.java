/**
 * The trials of a study as tables that other programs read: {@link dev.sweetspot.trackers.table.TrialTable} with a row a trial,
 * {@link dev.sweetspot.trackers.table.ReportTable} with a row a report, each in any {@link dev.sweetspot.trackers.table.TableFormat}.
 */
@NullMarked
package dev.sweetspot.trackers.table;

import org.jspecify.annotations.NullMarked;
