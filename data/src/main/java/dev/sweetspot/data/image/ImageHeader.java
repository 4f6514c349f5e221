package dev.sweetspot.data.image;

/** What the beginning of a file says, before anything is decoded. */
public record ImageHeader(int height, int width) {}
