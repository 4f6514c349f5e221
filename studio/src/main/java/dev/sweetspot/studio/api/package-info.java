/**
 * Projects over HTTP, one class a resource.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.studio.api.Shelf} the projects of a folder, {@link dev.sweetspot.studio.api.OpenProject} one of them
 *   <li>{@link dev.sweetspot.studio.api.ProjectsResource} which there are, {@link dev.sweetspot.studio.api.ProjectResource} one at
 *       a glance and as a file, {@link dev.sweetspot.studio.api.ImagesResource} its images and their pictures
 *   <li>{@link dev.sweetspot.studio.api.LabelsResource} labels, parts and notes, {@link
 *       dev.sweetspot.studio.api.CategoriesResource} categories, {@link dev.sweetspot.studio.api.ImportsResource} images that
 *       come, {@link dev.sweetspot.studio.api.LabelTableResource} labels from a table
 *   <li>{@link dev.sweetspot.studio.api.SettingsResource} what can be set before a training, {@link
 *       dev.sweetspot.studio.api.WorksResource} trainings and searches, {@link
 *       dev.sweetspot.studio.api.ResultsResource} what they handed over, {@link
 *       dev.sweetspot.studio.api.PredictionsResource} what a model says of unknown images
 *   <li>{@link dev.sweetspot.studio.api.PlaygroundResource} toy points and small networks that learn them
 * </ul>
 */
@NullMarked
package dev.sweetspot.studio.api;

import org.jspecify.annotations.NullMarked;
