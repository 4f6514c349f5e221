package dev.sweetspot.server;

/** What a request does: GET looks only, POST begins or changes something, PUT sets it, DELETE removes it. */
public enum Verb {
    GET,
    POST,
    PUT,
    DELETE
}
