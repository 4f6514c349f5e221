package dev.sweetspot.store.jdbc;

import java.util.List;

/** The tables in PostgreSQL, in a schema (a namespace) of their own. */
final class PostgresSchema {
    /**
     * What is written again and again (tally, trial, lease) leaves room in its pages, so that no index has to follow.
     * Parts of artifacts are not compressed: weights do not become smaller.
     */
    private static final List<String> FROM_NOTHING = List.of(
            "create table sweetspot_schema (version bigint not null)",
            "insert into sweetspot_schema values (0)",
            "create table study (id bigint generated always as identity primary key, name text not null unique,"
                    + " created_at text not null, description text not null, batch bigint not null)",
            "create table tally (study bigint primary key, position bigint not null, trials bigint not null,"
                    + " decisions bigint not null) with (fillfactor = 10)",
            "create table event (study bigint not null, position bigint not null, batch bigint not null,"
                    + " body text not null, primary key (study, position))",
            "create table trial (study bigint not null, number bigint not null, version bigint not null,"
                    + " primary key (study, number)) with (fillfactor = 50)",
            "create table lease (study bigint not null, trial bigint not null, worker text not null,"
                    + " until bigint not null, length bigint not null, primary key (study, trial))"
                    + " with (fillfactor = 50)",
            "create table artifact (study text not null, trial bigint not null, name text not null,"
                    + " bytes bigint not null, kept_at timestamptz not null default now(),"
                    + " primary key (study, trial, name))",
            "create table artifact_part (study text not null, trial bigint not null, name text not null,"
                    + " part bigint not null, body bytea not null, primary key (study, trial, name, part))",
            "alter table artifact_part alter column body set storage external");

    /** Stretches of logs that are read at once, see {@link Packs}. */
    private static final List<String> WITH_PACKS =
            List.of("create table pack (study bigint not null, stretch bigint not null, batch bigint not null,"
                    + " body bytea not null,"
                    + " primary key (study, stretch))");

    /** How far each connection knows the log of a study to be durable. */
    private static final List<String> WITH_WRITERS = List.of(
            "create table writer (study bigint not null, session bigint not null, position bigint not null,"
                    + " primary key (study, session)) with (fillfactor = 50)",
            "insert into writer select study, 0, position from tally");

    static final Schema SCHEMA =
            new Schema(List.of(FROM_NOTHING, WITH_PACKS, WITH_WRITERS, PostgresProcedures.WITH_PROCEDURES));

    private PostgresSchema() {}
}
