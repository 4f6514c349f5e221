/**
 * A project on disk: images, categories, labels, parts and notes of people, saved as one goes.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.studio.project.Project} opens it, {@link dev.sweetspot.studio.project.ProjectEdit} changes it,
 *       {@link dev.sweetspot.studio.project.ProjectView} is what it is at one moment
 *   <li>{@link dev.sweetspot.studio.project.ProjectImage}, {@link dev.sweetspot.studio.project.Category}, {@link
 *       dev.sweetspot.studio.project.Label}: what it holds
 *   <li>{@link dev.sweetspot.studio.project.Originals} the files of the images, by their content
 *   <li>{@link dev.sweetspot.studio.project.ProjectFile} a project as one file that opens elsewhere
 *   <li>{@code Change}, {@code Board}, {@code History}: what can happen, where it leads, and how it is taken back
 *   <li>{@code Journal}, {@code Entry}, {@code ChangeForms}: how it is kept
 * </ul>
 */
@NullMarked
package dev.sweetspot.studio.project;

import org.jspecify.annotations.NullMarked;
