package dev.sweetspot.studio.project;

/**
 * Where an image lies that was not copied.
 *
 * @param folder the folder that a person pointed to, absolute
 * @param path of the file below it, with forward slashes
 */
public record Reference(String folder, String path) {}
