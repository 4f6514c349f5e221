package org.bytedeco.pytorch;

/** Stands in for the native class of this name. */
public final class Tensor {}
