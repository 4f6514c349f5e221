package dev.sweetspot.data.table;

/** As what the cells of a column are read. */
enum Reading {
    /** Numbers if all are, else texts. */
    AUTOMATIC,
    /** Numbers in double precision if all are, else texts: what is to be predicted. */
    PRECISE,
    /** Texts. */
    TEXT,
    /** Not at all. */
    NONE
}
